// Whether the rows of a table ask something: names in its first column, and what belongs to them in the others.
import { countWords } from '../../note/word-count.ts';
import { listKey } from '../lists/list-key.ts';
import { says } from '../text/says.ts';

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
/** Heads of a comparison, where both are of these: what stands beside each other is no pair. */
const opposingHeads = keys(
  'pro,pros,con,cons,contra,contro,for,against,do,dos,dont,donts,advantage,advantages,disadvantage,disadvantages,' +
    'benefit,benefits,drawbacks,risks,strengths,weaknesses,similarities,differences,before,after,' +
    'vorteil,vorteile,nachteil,nachteile,stärken,schwächen,chancen,risiken,vorher,nachher,' +
    'ventajas,desventajas,inconvenientes,antes,después,avantages,inconvénients,avant,après,' +
    'vantagens,desvantagens,depois,vantaggi,svantaggi,преимущества,недостатки,плюсы,минусы,до,после,' +
    '优点,優點,缺点,缺點,优势,劣势,長所,短所,メリット,デメリット',
);
/** "Supervised" and "Unsupervised". */
const oppositePrefix = /^(?:un|in|im|non|anti|dis|а|не|非|无|不)[ -]?$/;

function areOpposed(one: string, other: string): boolean {
  if (opposingHeads.has(one) && opposingHeads.has(other)) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short !== '' && long.endsWith(short) && oppositePrefix.test(long.slice(0, -short.length));
}

/** The column whose cells ask: the first, or one whose head says so, with one behind it whose head says that it answers. */
export function askingColumn(heads: readonly string[]): {
  readonly column: number;
  /** The answering column by its head, or -1. */
  readonly named: number;
} {
  const keys = heads.map(listKey);
  const column = keys.findIndex((head) => askingHeads.has(head));
  const named = column < 0 ? -1 : keys.findIndex((head, at) => at > column && answeringHeads.has(head));
  return { column: named < 0 ? 0 : column, named };
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
/** Words a name has on average; more beside a text that is hardly longer compare two things. */
const shortName = 4;
const embedsAlone = /^(?:\s*!(?:\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)))+\s*$/;

const average = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0) / counts.length;

/** Whether the cells of the asking column are names: each another, none a list or text, and more than row numbers. */
function areNames(cells: readonly string[], plain: (cell: string) => string): boolean {
  const names = cells.map((cell) => plain(cell).trim().toLowerCase());
  if (new Set(names).size < names.length) return false;
  if (names.every((name) => number.test(name))) return false;
  return cells.every((cell, at) => {
    const lines = cell.split(lineBreak).filter((line) => line.trim() !== '');
    return says(cell) && lines.length <= mostLines && countWords(names[at] ?? '') <= longestName;
  });
}

interface Asking {
  /** Cells of the head, as written. */
  readonly heads: readonly string[];
  /** Rows as written, those that continue another left out. */
  readonly rows: readonly (readonly string[])[];
  readonly column: number;
  /** Whether rows may ask whose table has more than two columns. */
  readonly isWide: boolean;
  readonly plain: (cell: string) => string;
}

export function asksByRow({ heads, rows, column, isWide, plain }: Asking): boolean {
  if (heads.length < 2 || rows.length === 0 || (heads.length > 2 && !isWide)) return false;
  // Pictures side by side, with or without a line of captions.
  if ([heads, ...rows].some((row) => row.every((cell) => embedsAlone.test(cell)))) return false;
  const names = rows.map((row) => row[column] ?? '');
  if (!areNames(names, plain)) return false;
  if (heads.length > 2) return true;
  const [one = '', other = ''] = heads.map((head) => plain(head));
  if (areOpposed(listKey(one), listKey(other))) return false;
  const isSigns = (head: string): boolean => head !== '' && listKey(head) === '';
  if (isSigns(one) && isSigns(other)) return false;
  const words = average(names.map((name) => countWords(plain(name))));
  const answers = average(rows.map((row) => countWords(plain(row[1 - column] ?? ''))));
  return words < shortName || answers > words * 1.5;
}
