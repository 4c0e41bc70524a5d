// What a CREATE TABLE says about where a table's values are: column names in order, the column that is the row's number,
// and, in a table WITHOUT ROWID, the order of the record, which begins with the primary key.

export interface TableColumns {
  /** In the order of the record. */
  readonly names: readonly string[];
  /** The column that is an alias of the row's number: its place in the record is null. */
  readonly rowid: string | null;
  readonly isWithoutRowid: boolean;
}

const token =
  /--[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"]|"")*"|`[^`]*`|\[[^\][]*\]|'(?:[^']|'')*'|[^\s(),"'`[]+|[(),]/g;
const constraint = /^(?:constraint|primary|unique|check|foreign)$/i;

const plain = (word: string): string =>
  /^["'`[]/.test(word) ? word.slice(1, -1).replaceAll('""', '"').replaceAll("''", "'") : word;

/** Null if it is not understood. Names are in lower case: SQLite's are the same in either. */
export function tableColumns(sql: string): TableColumns | null {
  const words = (sql.match(token) ?? []).filter((word) => !/^(?:--|\/\*)/.test(word));
  const open = words.indexOf('(');
  const parts: string[][] = [[]];
  let depth = 0;
  let at = open;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === ')' && --depth === 0) break;
    if (word === ',' && depth === 1) parts.push([]);
    else if (depth > 0) parts.at(-1)?.push(word);
    if (word === '(') depth++;
  }
  if (open < 0 || depth > 0) return null;
  const isWithoutRowid = /without rowid/i.test(words.slice(at).join(' '));
  const names: string[] = [];
  let key: string[] = [];
  let rowid: string | null = null;
  const integers = new Set<string>();
  for (const part of parts) {
    const [first = '', second = ''] = part;
    const text = part.join(' ');
    const isConstraint = constraint.test(first);
    const name = plain(first).toLowerCase();
    if (!isConstraint) {
      names.push(name);
      if (/^integer$/i.test(second) && !/^\($/.test(part[2] ?? '')) integers.add(name);
    }
    if (!/\bprimary key\b/i.test(text)) continue;
    key = isConstraint ? keyColumns(part) : [name];
    const isDescending = !isConstraint && /\bprimary key desc\b/i.test(text);
    const [only] = key;
    if (key.length === 1 && only !== undefined && !isDescending) rowid = only;
  }
  if (isWithoutRowid) {
    const first = [...new Set(key)];
    return {
      names: [...first, ...names.filter((name) => !first.includes(name))],
      rowid: null,
      isWithoutRowid,
    };
  }
  return { names, rowid: rowid !== null && integers.has(rowid) ? rowid : null, isWithoutRowid };
}

/** Of PRIMARY KEY (a, b COLLATE nocase DESC). */
function keyColumns(part: readonly string[]): string[] {
  const open = part.indexOf('(');
  return part
    .slice(open + 1)
    .filter((_, nth, words) => nth === 0 || words[nth - 1] === ',')
    .map((word) => plain(word).toLowerCase());
}
