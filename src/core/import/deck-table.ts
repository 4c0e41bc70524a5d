// Reads a deck's file as rows with known columns: from the header lines Anki writes, or the names in a spreadsheet's
// first row.
import { readRows, rowSteps, type Row } from './delimited.ts';

export interface DeckRow {
  /** 1-based. */
  readonly line: number;
  /** Front, back and the note type's other fields, in order. */
  readonly fields: readonly string[];
  /** As Anki writes it, `A::B`; empty if the file names none. */
  readonly deck: string;
  readonly tags: readonly string[];
  readonly noteType: string;
}

export interface DeckTable {
  readonly html: boolean;
  readonly rows: readonly DeckRow[];
  /** Line of an unclosed quote, or null. */
  readonly unclosed: number | null;
}

const separators: Record<string, string> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};

type Role = 'deck' | 'tags' | 'notetype' | 'guid' | 'front' | 'back';

/** Column names used by spreadsheets and Anki in the languages of the UI. */
const roles: Record<Role, readonly string[]> = {
  deck: ['deck', 'stapel', 'paquet', 'mazo', 'baralho', 'колода', '牌组', 'デッキ'],
  tags: ['tags', 'tag', 'schlagwörter', 'étiquettes', 'etiquetas', 'метки', '标签', 'タグ'],
  notetype: ['notetype', 'note type', 'card type'],
  guid: ['guid', 'id'],
  front: [
    'front',
    'question',
    'text',
    'term',
    'word',
    'prompt',
    'vorderseite',
    'frage',
    'begriff',
    'wort',
    'recto',
    'terme',
    'mot',
    'anverso',
    'pregunta',
    'término',
    'palabra',
    'frente',
    'pergunta',
    'termo',
    'palavra',
    'domanda',
    'termine',
    'вопрос',
    'термин',
    'слово',
    'лицевая сторона',
    '表面',
    '問題',
    '質問',
    '用語',
    '単語',
    '正面',
    '问题',
    '術語',
    '术语',
    '词语',
    '单词',
  ],
  back: [
    'back',
    'answer',
    'extra',
    'back extra',
    'definition',
    'meaning',
    'translation',
    'rückseite',
    'antwort',
    'bedeutung',
    'übersetzung',
    'verso',
    'réponse',
    'définition',
    'traduction',
    'reverso',
    'respuesta',
    'definición',
    'traducción',
    'resposta',
    'definição',
    'tradução',
    'risposta',
    'definizione',
    'ответ',
    'определение',
    'перевод',
    'обратная сторона',
    '裏面',
    '答え',
    '回答',
    '解答',
    '定義',
    '意味',
    '背面',
    '答案',
    '定义',
    '释义',
  ],
};

function roleOf(name: string): Role | null {
  const key = name.trim().toLowerCase();
  for (const role of ['deck', 'tags', 'notetype', 'guid', 'front', 'back'] as const)
    if (roles[role].includes(key)) return role;
  return null;
}

interface Head {
  readonly values: ReadonlyMap<string, string>;
  readonly lines: number;
  readonly separator: string;
  /** Index of the first row. */
  readonly at: number;
}

/** Number of characters used to detect the separator. */
const sample = 5000;

/** The share of the first rows that have the same number of fields, 0–1; 0 if most have only one. */
function evenness(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[0] > 1 ? most[1] / rows.length : 0;
}

/** The separator that splits the first rows most evenly; one that finds the column names wins. */
function guessSeparator(text: string): string {
  const head = text.slice(0, sample);
  // The truncated remainder is not a row.
  const whole = text.length > sample ? head.slice(0, Math.max(0, head.lastIndexOf('\n'))) || head : head;
  let best = { sign: '\t', fit: 0 };
  for (const sign of ['\t', ';', ',']) {
    const { rows } = readRows(whole, sign);
    const fit = evenness(rows) + (hasColumnNames(rows[0]) ? 1 : 0);
    if (fit > best.fit) best = { sign, fit };
  }
  return best.sign;
}

function hasColumnNames(first: Row | undefined): boolean {
  const own = first?.fields.map(roleOf) ?? [];
  return own.includes('front') && own.includes('back');
}

/** A first line only Excel writes and reads. */
const sepLine = /^"?sep=([^\r\n])"?\r?(?=\n|$)/i;

function separatorOf(value: string): string {
  const name = /^[a-z]+/i.exec(value)?.[0].toLowerCase();
  return (name === undefined ? undefined : separators[name]) ?? (value.charAt(0) || '\t');
}

const headKey = /^(?:separator|html|tags|columns|if matches|(?:deck|notetype|guid|tags)(?: column)?)$/i;

/** Lines `#key:value` at the start. A spreadsheet pads them with separators, and may quote them. */
function readHead(text: string): Head {
  const found: [string, string][] = [];
  const [first, sign] = sepLine.exec(text) ?? [];
  if (first !== undefined && sign !== undefined)
    return { values: new Map(), lines: 1, separator: sign, at: Math.min(first.length + 1, text.length) };
  let [lines, at] = [0, 0];
  for (;;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const [, quote, key, value] = /^("?)#([a-z ]+):(.*?)\r?$/i.exec(line) ?? [];
    // In quotes it may also be a question.
    if (key === undefined || value === undefined || (quote !== '' && !headKey.test(key))) break;
    found.push([key.toLowerCase(), value]);
    lines += 1;
    at = end < 0 ? text.length : end + 1;
  }
  const named = found.find(([key]) => key === 'separator')?.[1];
  const separator = named === undefined ? guessSeparator(text.slice(at)) : separatorOf(named);
  const values = found.map(([key, value]): [string, string] => {
    if (key === 'columns') return [key, value];
    let end = value.length;
    while (end > 0 && [separator, '"', ' '].includes(value.charAt(end - 1))) end -= 1;
    return [key, value.slice(0, end)];
  });
  return { values: new Map(values), lines, separator, at };
}

/** The role of each column, from the header lines and names; `hasNames`: the first row holds the names. */
function columnsOf(head: Head, first: Row | undefined): { roles: (Role | null)[]; hasNames: boolean } {
  const names = head.values.get('columns');
  const own = first?.fields.map(roleOf) ?? [];
  const hasNames = names === undefined && hasColumnNames(first);
  const named = names === undefined ? (hasNames ? own : []) : names.split(head.separator).map(roleOf);
  // Front and back follow the column order, whatever the names.
  const columns = named.map((role) => (role === 'front' || role === 'back' ? null : role));
  for (const role of ['deck', 'tags', 'notetype', 'guid'] as const) {
    const value = Number(head.values.get(`${role} column`));
    if (Number.isInteger(value) && value > 0) columns[value - 1] = role;
  }
  return { roles: columns, hasNames };
}

/** Line endings of classic Mac files count too. */
function withLineEnds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

/** The same in steps, one per line. */
export function* deckTableSteps(content: string): Generator<undefined, DeckTable, undefined> {
  const text = withLineEnds(content.replace(/^\uFEFF/, ''));
  const head = readHead(text);
  const { rows, unclosed } = yield* rowSteps(text.slice(head.at), head.separator, head.lines + 1);
  const columns = columnsOf(head, rows[0]);
  const given = (name: string): string => head.values.get(name) ?? '';
  const found: DeckRow[] = [];
  for (const { line, fields } of columns.hasNames ? rows.slice(1) : rows) {
    const value = (role: Role): string => {
      const at = columns.roles.indexOf(role);
      return at < 0 ? '' : (fields[at] ?? '').trim();
    };
    found.push({
      line,
      fields: fields.filter((_, at) => (columns.roles[at] ?? null) === null),
      deck: value('deck') || given('deck'),
      tags: `${given('tags')} ${value('tags')}`.split(/\s+/).filter((tag) => tag !== ''),
      noteType: value('notetype') || given('notetype'),
    });
    yield;
  }
  return { html: given('html').toLowerCase() !== 'false', unclosed, rows: found };
}
