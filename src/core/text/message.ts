// A user-facing message as data: its identifier and values. The UI has the text, in its language, so nothing that is
// read, stored or thrown contains a language.
import type { ProblemWords } from './strings.ts';

export interface Message {
  /** Section and path of the message in the text tree: `problems/note/yaml`. */
  readonly code: string;
  /** A nested message is inserted into the outer one. */
  readonly values?: readonly (string | number | Message)[];
}

/** `note/yaml`: the path of a message within its section. */
type PathIn<Words> = {
  [Name in keyof Words & string]: Words[Name] extends string | ((...values: never[]) => string)
    ? Name
    : `${Name}/${PathIn<Words[Name]>}`;
}[keyof Words & string];

type WordAt<Words, Path> = Path extends `${infer Name}/${infer Rest}`
  ? WordAt<Words[Name & keyof Words], Rest>
  : Words[Path & keyof Words];

type ValuesOf<Word> = Word extends (...values: infer Values) => string
  ? { readonly [Nth in keyof Values]: Values[Nth] extends string ? string | Message : Values[Nth] }
  : readonly [];

/** Creates the messages of a section: the compiler checks their names and values. */
export function messagesOf<Words>(section: string) {
  return <Path extends PathIn<Words>>(path: Path, ...values: ValuesOf<WordAt<Words, Path>>): Message => {
    const given = values as readonly (string | number | Message)[];
    return { code: `${section}/${path}`, ...(given.length > 0 && { values: given }) };
  };
}

/** Problems with a note, a log, a folder, a deck or a schedule. */
export const problemMessage = messagesOf<ProblemWords>('problems');

/** The text of a message. @param sections a language's text, by section */
export function sentenceOf(sections: object, { code, values = [] }: Message): string {
  let word: unknown = sections;
  for (const name of code.split('/')) word = (word as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof word !== 'function') return typeof word === 'string' ? word : code;
  const write = word as (...given: (string | number)[]) => string;
  return write(...values.map((value) => (typeof value === 'object' ? sentenceOf(sections, value) : value)));
}

/** An error with a user-facing message. */
export class MessageError extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(reason.code);
    this.reason = reason;
  }
}

/** Why something failed: one of our messages, or the error's own. */
export function reasonOf(error: unknown): string | Message {
  if (error instanceof MessageError) return error.reason;
  return error instanceof Error ? error.message : String(error);
}
