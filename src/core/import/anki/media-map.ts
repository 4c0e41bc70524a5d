// Which of a package's numbered files is which medium. The list is JSON in packages for all versions of Anki, a message
// of Protocol Buffers in those for 2.1.50 and later. Names that lead elsewhere or come twice are left out and told.
import { type Message, problemMessage } from '../../text/message.ts';
import type { ZipEntry } from '../zip/archive.ts';
import { ProtoMessage, protoFields } from './protobuf.ts';

export interface MappedMedia {
  readonly name: string;
  /** Bytes once unpacked; null if the list does not say. */
  readonly size: number | null;
  readonly entry: ZipEntry;
}

interface Listed {
  readonly name: string;
  readonly size: number | null;
  /** Of its file in the package. */
  readonly file: string;
}

/** Null if it is damaged. */
function listOfJson(bytes: Uint8Array): Listed[] | null {
  try {
    const names: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof names !== 'object' || names === null) return null;
    return Object.entries(names).map(([file, name]) => ({ name: String(name), size: null, file }));
  } catch {
    return null;
  }
}

function listOfMessage(bytes: Uint8Array): Listed[] {
  const found: Listed[] = [];
  for (const { field, value } of protoFields(bytes)) {
    if (field !== 1 || typeof value === 'number') continue;
    const entry = new ProtoMessage(value);
    const file = String(entry.number(255) ?? found.length);
    found.push({ name: entry.text(1), size: entry.number(2), file });
  }
  return found;
}

/** Names without folders, since a medium goes into one folder. */
const isFileName = (name: string): boolean => !/^\.{0,2}$|[/\\\0]/.test(name);

/** “a.png (+3)” */
const first = (names: readonly string[]): string =>
  names.length > 1 ? `${names[0] ?? ''} (+${names.length - 1})` : (names[0] ?? '');

/** @param list the unpacked file `media` */
export function mediaMap(
  list: Uint8Array,
  isMessage: boolean,
  entries: ReadonlyMap<string, ZipEntry>,
): { readonly media: readonly MappedMedia[]; readonly damaged: readonly Message[] } {
  const listed = isMessage ? listOfMessage(list) : listOfJson(list);
  const media = new Map<string, MappedMedia>();
  const [bad, twice, missing]: [string[], string[], string[]] = [[], [], []];
  for (const { name: given, size, file } of listed ?? []) {
    const name = given.normalize('NFC');
    const entry = entries.get(file);
    if (!isFileName(name)) bad.push(name);
    else if (media.has(name)) twice.push(name);
    else if (entry === undefined) missing.push(name);
    else media.set(name, { name, size: isMessage ? size : entry.size, entry });
  }
  const damaged: Message[] = [];
  if (listed === null) damaged.push(problemMessage('package/damaged', 'media'));
  if (bad.length > 0) damaged.push(problemMessage('package/badName', first(bad)));
  if (twice.length > 0) damaged.push(problemMessage('package/twice', first(twice)));
  if (missing.length > 0) damaged.push(problemMessage('log/missing', first(missing)));
  return { media: [...media.values()], damaged };
}
