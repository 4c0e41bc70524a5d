// The shapes of notes as numbers: how long they are, which blocks they are made of, and how often marks come. Made of
// real notes by `npm run measure:shapes`, kept without a word of them, and what made-up notes follow.

/** Kinds of blocks; a paragraph that opens with bold text, and lists within lists, are told apart. */
export const blockKinds = [
  'heading',
  'paragraph',
  'lead-in',
  'question above a ?',
  'separator',
  'image',
  'formula',
  'list',
  'nested list',
  'tasks',
  'callout',
  'quote',
  'code',
  'table',
  'html',
  'rule',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export const markKinds = [
  'bold',
  'italics',
  'bold italics',
  'highlight',
  'highlight with marks inside',
  'strikethrough',
  'code',
  'formula',
  'blanked formula',
  'wikilink',
  'wikilink with a name',
  'embed',
  'link',
  'address',
  'image',
  'image without a text',
  'HTML',
  'escape',
  'hard break',
  'line end',
  'footnote',
  'tag',
] as const;
export type MarkKind = (typeof markKinds)[number];

export const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Han', 'other'] as const;
export type Script = (typeof scripts)[number];

export interface Shapes {
  readonly notes: number;
  readonly bytes: number;
  /** Characters of the notes, from the shortest to the longest, in eleven steps. */
  readonly sizes: readonly number[];
  /** Share of notes with properties. */
  readonly frontmatter: number;
  /** Of 1,000 blocks. */
  readonly blocks: Readonly<Record<BlockKind, number>>;
  /** Characters of the blocks of a kind, at the median and at nine tenths. */
  readonly lengths: Readonly<Record<BlockKind, readonly [number, number]>>;
  /** In 10,000 characters of text. */
  readonly marks: Readonly<Record<MarkKind, number>>;
  /** Of 1,000 letters. */
  readonly letters: Readonly<Record<Script, number>>;
}
