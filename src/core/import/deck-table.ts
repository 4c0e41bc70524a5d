// A deck's file as rows with their columns known: the head lines that Anki writes, or the names that a spreadsheet has
// in its first row.
import { readRows, type Row } from './delimited.ts';

export interface DeckRow {
  /** 1-based. */
  readonly line: number;
  /** Front, back and what else the note type has, in their order. */
  readonly fields: readonly string[];
  /** As Anki writes it, `A::B`; empty where nothing names one. */
  readonly deck: string;
  readonly tags: readonly string[];
  readonly noteType: string;
}

export interface DeckTable {
  readonly html: boolean;
  readonly rows: readonly DeckRow[];
  /** Line of a quote that is never closed, or null. */
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

/** Names of columns, as spreadsheets and Anki have them in the languages of the screens. */
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
    'vorderseite',
    'frage',
    'recto',
    'anverso',
    'pregunta',
    'frente',
  ],
  back: [
    'back',
    'answer',
    'extra',
    'back extra',
    'definition',
    'rückseite',
    'antwort',
    'verso',
    'reverso',
    'respuesta',
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
}

function guessSeparator(line: string): string {
  return ['\t', ';', ','].find((sign) => line.includes(sign)) ?? '\t';
}

function separatorOf(value: string): string {
  const name = /^[a-z]+/i.exec(value)?.[0].toLowerCase();
  return (name === undefined ? undefined : separators[name]) ?? (value.charAt(0) || '\t');
}

/** Lines `#key:value` at the start. A spreadsheet fills them up with separators, and may quote them. */
function readHead(text: string): Head {
  const found: [string, string][] = [];
  let lines = 0;
  for (const line of text.split('\n')) {
    const [, , key, value] = /^("?)#([a-z ]+):(.*?)\r?$/i.exec(line) ?? [];
    if (key === undefined || value === undefined) break;
    found.push([key.toLowerCase(), value]);
    lines += 1;
  }
  const named = found.find(([key]) => key === 'separator')?.[1];
  const separator = named === undefined ? guessSeparator(text.split('\n')[lines] ?? '') : separatorOf(named);
  const values = found.map(([key, value]): [string, string] => {
    if (key === 'columns') return [key, value];
    let end = value.length;
    while (end > 0 && [separator, '"', ' '].includes(value.charAt(end - 1))) end -= 1;
    return [key, value.slice(0, end)];
  });
  return { values: new Map(values), lines, separator };
}

/** The role of each column, by the head lines and by names; `hasNames`: the first row holds the names. */
function columnsOf(head: Head, first: Row | undefined): { roles: (Role | null)[]; hasNames: boolean } {
  const names = head.values.get('columns');
  const own = first?.fields.map(roleOf) ?? [];
  const hasNames = names === undefined && own.includes('front') && own.includes('back');
  const named = names === undefined ? (hasNames ? own : []) : names.split(head.separator).map(roleOf);
  // Front and back are the order of the columns, whatever they are called.
  const columns = named.map((role) => (role === 'front' || role === 'back' ? null : role));
  for (const role of ['deck', 'tags', 'notetype', 'guid'] as const) {
    const value = Number(head.values.get(`${role} column`));
    if (Number.isInteger(value) && value > 0) columns[value - 1] = role;
  }
  return { roles: columns, hasNames };
}

export function readDeckTable(content: string): DeckTable {
  const text = content.replace(/^\uFEFF/, '');
  const head = readHead(text);
  const body = text.split('\n').slice(head.lines).join('\n');
  const { rows, unclosed } = readRows(body, head.separator, head.lines + 1);
  const columns = columnsOf(head, rows[0]);
  const given = (name: string): string => head.values.get(name) ?? '';
  const all = columns.hasNames ? rows.slice(1) : rows;
  return {
    html: given('html').toLowerCase() !== 'false',
    unclosed,
    rows: all.map(({ line, fields }) => {
      const value = (role: Role): string => {
        const at = columns.roles.indexOf(role);
        return at < 0 ? '' : (fields[at] ?? '').trim();
      };
      return {
        line,
        fields: fields.filter((_, at) => (columns.roles[at] ?? null) === null),
        deck: value('deck') || given('deck'),
        tags: `${given('tags')} ${value('tags')}`.split(/\s+/).filter((tag) => tag !== ''),
        noteType: value('notetype') || given('notetype'),
      };
    }),
  };
}
