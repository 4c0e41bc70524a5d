// The shapes of notes as numbers: how long they are, which blocks they consist of, and how often marks occur. Taken
// from real notes by `npm run measure:shapes`, stored without any of their words, and used to shape made-up notes.

/** Block kinds; paragraphs that open with bold text and nested lists are separate kinds. */
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
  /** Note lengths in characters, from shortest to longest, in eleven steps. */
  readonly sizes: readonly number[];
  /** Share of notes with properties. */
  readonly frontmatter: number;
  /** Per 1,000 blocks. */
  readonly blocks: Readonly<Record<BlockKind, number>>;
  /** Characters per block of a kind, at the median and the 90th percentile. */
  readonly lengths: Readonly<Record<BlockKind, readonly [number, number]>>;
  /** Per 10,000 characters of text. */
  readonly marks: Readonly<Record<MarkKind, number>>;
  /** Per 1,000 letters. */
  readonly letters: Readonly<Record<Script, number>>;
}
