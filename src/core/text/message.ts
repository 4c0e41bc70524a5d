// A sentence for a person as data: which one it is, and its values. Who shows it has the words, in a language of its own,
// so that nothing that is read, kept or thrown holds a language.
import type { ProblemWords } from './strings.ts';

export interface Message {
  /** Section and path of the sentence among all words: `problems/note/yaml`. */
  readonly code: string;
  /** A message is a sentence within the sentence. */
  readonly values?: readonly (string | number | Message)[];
}

/** `note/yaml`: where a sentence stands in its section. */
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

/** What makes the messages of a section: the compiler knows their names and values. */
export function messagesOf<Words>(section: string) {
  return <Path extends PathIn<Words>>(path: Path, ...values: ValuesOf<WordAt<Words, Path>>): Message => {
    const given = values as readonly (string | number | Message)[];
    return { code: `${section}/${path}`, ...(given.length > 0 && { values: given }) };
  };
}

/** What is wrong with a note, a log, a folder, a deck or a schedule. */
export const problemMessage = messagesOf<ProblemWords>('problems');

/** The sentence of a message. @param sections the words of a language, by section */
export function sentenceOf(sections: object, { code, values = [] }: Message): string {
  let word: unknown = sections;
  for (const name of code.split('/')) word = (word as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof word !== 'function') return typeof word === 'string' ? word : code;
  const write = word as (...given: (string | number)[]) => string;
  return write(...values.map((value) => (typeof value === 'object' ? sentenceOf(sections, value) : value)));
}

/** An error that has a sentence for a person. */
export class MessageError extends Error {
  readonly told: Message;

  constructor(told: Message) {
    super(told.code);
    this.told = told;
  }
}

/** Why something failed: a sentence of ours, or what the error says. */
export function reasonOf(error: unknown): string | Message {
  if (error instanceof MessageError) return error.told;
  return error instanceof Error ? error.message : String(error);
}
