// Parses delimited text tables; a field is quoted if it contains a separator, a quote or a line ending (RFC 4180; Anki
// reads and writes the same with tabs).
import { drain } from '../history/drain.ts';

/** One row, without its line ending. */
export function writeRow(fields: readonly string[], separator: string): string {
  const quoted = (field: string): string =>
    field.includes(separator) || /["\r\n]/.test(field) || field.startsWith('#')
      ? `"${field.replaceAll('"', '""')}"`
      : field;
  return fields.map(quoted).join(separator);
}

export interface Row {
  readonly fields: readonly string[];
  /** 1-based. */
  readonly line: number;
}

export interface Table {
  readonly rows: readonly Row[];
  /** Line of an unclosed quote, or null. */
  readonly unclosed: number | null;
}

/** Reads rows, skipping empty ones. `line` is the number of the text's first line. */
export function readRows(text: string, separator: string, line = 1): Table {
  return drain(rowSteps(text, separator, line));
}

/** The same in steps, one per line. */
export function* rowSteps(text: string, separator: string, line = 1): Generator<undefined, Table, undefined> {
  const rows: Row[] = [];
  let fields: string[] = [];
  let field = '';
  let quoteLine: number | null = null;
  let rowLine = line;
  const endRow = (): void => {
    if (fields.length > 0 || field.trim() !== '') rows.push({ fields: [...fields, field], line: rowLine });
    fields = [];
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') line += 1;
    if (quoteLine !== null) {
      if (char !== '"') field += char;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else quoteLine = null;
    } else if (char === '"' && field === '') quoteLine = line;
    else if (char === separator) {
      fields.push(field);
      field = '';
    } else if (char === '\n') {
      field = field.replace(/\r$/, '');
      endRow();
      rowLine = line;
      yield;
    } else field += char;
  }
  endRow();
  return { rows, unclosed: quoteLine };
}
