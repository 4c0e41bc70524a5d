// The log as text: converts events ⇄ lines, and a whole file ⇄ its contents. Never throws; reports what is unreadable.
import { problemMessage, type Message } from '../text/message.ts';
import type { HistoryEvent } from './event.ts';
import { admit } from './admit.ts';
import { checksum } from './checksum.ts';
import { isLogName } from './log-folder.ts';
import { reflow } from './log-reflow.ts';

/** The version we write, and the highest `min` we may write to. */
export const logVersion = 1;

/** Characters. Our lines have at most a few hundred; anything longer is not an event and not worth parsing. */
const lineLimit = 100_000;

/** Nesting depth of lists and objects. An event has two; a line has room for thousands, which overflow the stack. */
const depthLimit = 32;

/** Maximum lines reported per file; a file of garbage needs no list as long as itself. */
const problemLimit = 100;

export interface LogHeader {
  readonly device: string;
  /** Names the install that opened the file, so that a cloned device is detected. */
  readonly nonce: string;
  /** The lowest version that may write to the file. */
  readonly min: number;
}

export interface LogLine {
  readonly event: HistoryEvent;
  /** The JSON as written. Two lines are the same event if and only if this is equal. */
  readonly text: string;
}

/** A problem in a log, reported to the user; never thrown. */
export interface LogProblem {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly message: Message;
}

export interface ParsedLog {
  /** In file order; more than one if a sync client merged files. */
  readonly headers: readonly LogHeader[];
  readonly lines: readonly LogLine[];
  /** Lines that are complete but unusable. */
  readonly problems: readonly LogProblem[];
  /** Lines cut off by a crash or a sync client. Each device writes its own again. */
  readonly torn: number;
  /** All lines of the file, of any kind. */
  readonly lineCount: number;
}

/** One line without its line ending. All ASCII: no transport re-encodes it, and bytes equal characters. */
export function encodeEvent(event: HistoryEvent): string {
  const json = JSON.stringify(event).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return encodeLine({ text: json });
}

/** A line as read, unchanged: anything a newer version wrote in it stays. */
export function encodeLine({ text }: Pick<LogLine, 'text'>): string {
  return `${text}\t${checksum(text)}`;
}

export function encodeHeader({ device, nonce, min }: LogHeader): string {
  return `\`\`\`flashcards-log v${logVersion} dev=${device} nonce=${nonce} min=${min}`;
}

const headerLine = /^\s*(?:`{3,}|~{3,})\s*flashcards-log\s+v\d+(?=\s|$)(.*)$/;

function parseHeader(line: string): LogHeader | null {
  if (!line.includes('flashcards-log')) return null;
  const rest = headerLine.exec(line.trimEnd())?.[1];
  if (rest === undefined) return null;
  const value = (name: string): string => new RegExp(`\\s${name}=(\\S+)`).exec(rest)?.[1] ?? '';
  const min = Number(value('min') || '1');
  return {
    device: value('dev'),
    nonce: value('nonce'),
    // A `min` that is not a number comes from an unknown version.
    min: Number.isSafeInteger(min) ? min : Number.MAX_SAFE_INTEGER,
  };
}

/** Whether the file is a log at all, and not a note that happens to be in the folder. */
export function isLog(path: string, log: ParsedLog): boolean {
  return log.headers.length > 0 || isLogName(path);
}

/** Kinds that this program knows. */
const knownKinds: ReadonlySet<string> = new Set<HistoryEvent['k']>(['r', 'c', 'a', 'p', 'u', 'x', 'o']);

/** A line whose text this version of the program admitted before: nothing in it is checked again. */
export function admittedLine(text: string): LogLine {
  const raw = JSON.parse(text) as { readonly k: string };
  return { event: (knownKinds.has(raw.k) ? raw : { ...raw, k: 'unknown' }) as HistoryEvent, text };
}

export type ParsedLine = LogLine | 'torn' | { readonly message: Message };

/** A line that starts with `{`. Any whitespace may precede the checksum: other plugins reformat Markdown. */
export function parseLine(line: string): ParsedLine {
  if (line.length > lineLimit) return { message: problemMessage('log/longLine', lineLimit) };
  const end = line.lastIndexOf('}') + 1;
  const text = line.slice(line.indexOf('{'), end);
  const given = line.slice(end).trim();
  const right = end === 0 ? null : checksum(text);
  if (given !== right || right === null) {
    if (line.includes('\0')) return { message: problemMessage('log/nulBytes') };
    if (right === null) return 'torn';
    if (right.startsWith(given)) return 'torn';
    return isJson(text) || /^[0-9a-z]{1,7}$/.test(given)
      ? { message: problemMessage('log/checksum', given.slice(0, 20), right) }
      : 'torn';
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { message: problemMessage('log/notJson') };
  }
  if ((text.includes('[') || text.includes('{', 1)) && isDeeper(raw, depthLimit)) {
    return { message: problemMessage('log/deepLine', depthLimit) };
  }
  const event = admit(raw);
  // Messages have no kind; every event has one.
  return 'k' in event ? { event, text } : { message: event };
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads a paragraph whose first line is not an event as it is. */
function readParagraph(content: string, from: number) {
  const read = (isLong: boolean) => {
    const { records, ...rest } = reflow(content, from, isLong);
    return { ...rest, records: records.map(({ text, line }) => ({ line, parsed: parseLine(text) })) };
  };
  const whole = read(true);
  // Lines after one that is merely broken are reported separately.
  return whole.records.some(({ parsed }) => typeof parsed === 'object' && 'event' in parsed)
    ? whole
    : read(false);
}

/** The result for the first `length` characters of a file, which end at a line end. */
export interface ParsedStart {
  readonly log: ParsedLog;
  readonly length: number;
}

/**
 * Reads a whole file, whoever wrote it, or the rest after a start that was read before. Without a header and
 * without a log's name, nothing in it counts.
 */
export function parseLog(path: string, content: string, start?: ParsedStart): ParsedLog {
  const headers: LogHeader[] = [...(start?.log.headers ?? [])];
  const lines: LogLine[] = start ? [...start.log.lines] : [];
  const problems: LogProblem[] = [...(start?.log.problems ?? [])];
  let torn = start?.log.torn ?? 0;
  let number = start?.log.lineCount ?? 0;
  const tell = (message: Message): void => {
    if (problems.length < problemLimit) problems.push({ path, line: number, message });
  };
  // One line at a time: splitting it all at once makes a phone hold the file twice.
  for (let from = start?.length ?? 0; from < content.length;) {
    const until = content.indexOf('\n', from);
    const line = content.slice(from, until < 0 ? content.length : until);
    const at = from;
    from = until < 0 ? content.length : until + 1;
    number += 1;
    const first = line.startsWith('{') ? '{' : line.trimStart().charAt(0);
    if (first === '') continue;
    if (first === '{') {
      const parsed = parseLine(line);
      if (typeof parsed === 'object' && 'event' in parsed) {
        lines.push(parsed);
        continue;
      }
      const { records, until: end, lineCount } = readParagraph(content, at);
      const above = number;
      for (const record of records) {
        number = above + record.line;
        if (record.parsed === 'torn') torn += 1;
        else if ('event' in record.parsed) lines.push(record.parsed);
        else tell(record.parsed.message);
      }
      from = end;
      number = above + lineCount - 1;
      continue;
    }
    const header = parseHeader(line);
    if (header !== null) headers.push(header);
    else if (line.includes('\0')) tell(problemMessage('log/nulBytes'));
    // Above the header is what others added (properties, a title); below it, merge markers and torn headers.
    else if (headers.length > 0 && !/^\s*(?:`|~|<{7}|={7}|>{7})/.test(line)) {
      tell(problemMessage('log/noEvent'));
    }
  }
  if (headers.length === 0 && !isLogName(path))
    return { headers, lines: [], problems: [], torn: 0, lineCount: number };
  const lineCount = number;
  if (headers.length === 0 && lines.length === 0 && problems.length === 0) {
    number = 1;
    tell(problemMessage('log/emptyLog'));
  }
  return { headers, lines, problems, torn, lineCount };
}
