// Whether the rows of a table ask something: names in its first column, and what belongs to them in the others.
import { countWords } from '../../note/word-count.ts';
import { listKey } from '../lists/list-key.ts';

/** How tables with three columns and more ask; the others, and those whose heads name both sides, always do by row. */
export type WideTables = 'off' | 'rows' | 'cells';

const keys = (words: string): ReadonlySet<string> => new Set(words.split(',').map(listKey));

/** Heads of a column that asks, in the languages of the plugin. */
const askingHeads = keys(
  'term,question,front,word,concept,begriff,frage,vorderseite,wort,konzept,término,pregunta,anverso,palabra,concepto,' +
    'terme,recto,mot,termo,pergunta,frente,palavra,conceito,термин,вопрос,лицевая сторона,слово,понятие,' +
    '术语,術語,问题,問題,正面,单词,單字,單詞,词,概念,用語,質問,表,単語',
);
const answeringHeads = keys(
  'definition,answer,back,meaning,explanation,description,translation,antwort,rückseite,bedeutung,erklärung,' +
    'beschreibung,übersetzung,definición,respuesta,reverso,significado,explicación,descripción,traducción,' +
    'définition,réponse,verso,signification,explication,traduction,definição,resposta,explicação,descrição,tradução,' +
    'определение,ответ,оборотная сторона,значение,объяснение,описание,перевод,' +
    '定义,定義,答案,背面,意思,含义,含義,解释,解釋,说明,說明,翻译,翻譯,答え,解答,裏,意味,説明,翻訳,訳',
);
/** Heads of a comparison: what stands beside each other is no pair. */
const opposingHeads = keys(
  'pro,pros,advantage,advantages,benefits,do,dos,vorteil,vorteile,ventajas,avantages,vantagens,vantaggi,' +
    'преимущества,плюсы,优点,優點,長所,メリット',
);

/** The column whose cells ask: the first, or one whose head says so and another's head says that it answers. */
export function askingColumn(heads: readonly string[]): {
  readonly column: number;
  readonly isNamed: boolean;
} {
  const named = heads.map(listKey);
  const column = named.findIndex((head) => askingHeads.has(head));
  const isNamed = column >= 0 && named.some((head, at) => at !== column && answeringHeads.has(head));
  return { column: isNamed ? column : 0, isNamed };
}

/** Whether the head of an answering column says what is asked for: "Drug regimen", not "Definition". */
export function asksMore(head: string): boolean {
  return head !== '' && !answeringHeads.has(listKey(head));
}

/** `1`, `2.`, `#3`: a row's number. */
const number = /^[#(]?\p{N}{1,4}[.):]?$/u;
const lineBreak = /<br\s*\/?>/i;
/** More lines in one cell are a list. */
const mostLines = 2;
/** A cell of more words is a text. */
const longestName = 25;

/** Whether the cells of the asking column are names: each another, none a list or text, and more than row numbers. */
function areNames(cells: readonly string[], plain: (cell: string) => string): boolean {
  const names = cells.map((cell) => plain(cell).trim().toLowerCase());
  if (new Set(names).size < names.length) return false;
  if (names.every((name) => number.test(name))) return false;
  return cells.every((cell, at) => {
    const lines = cell.split(lineBreak).filter((line) => line.trim() !== '');
    return lines.length <= mostLines && countWords(names[at] ?? '') <= longestName;
  });
}

/**
 * @param heads plain text of the head cells
 * @param cells of the asking column that aren't empty
 */
export function asksByRow(
  heads: readonly string[],
  cells: readonly string[],
  { isNamed, wide }: { readonly isNamed: boolean; readonly wide: boolean },
  plain: (cell: string) => string,
): boolean {
  if (heads.length < 2 || cells.length === 0) return false;
  if (heads.length > 2 && !isNamed && !wide) return false;
  return !opposingHeads.has(listKey(heads[0] ?? '')) && areNames(cells, plain);
}
