// What was typed into the texts of cards and is not saved yet. Each draft keeps the block that it began from: where that
// has changed meanwhile, the draft is shown, but never written over it.

/** Where a draft began; its line ends are `\n`. */
export interface DraftPlace {
  /** Of the card. */
  readonly id: string;
  /** The note's path. */
  readonly note: string;
  readonly block: string;
}

export interface Draft extends DraftPlace {
  readonly typed: string;
}

/** The card whose text is opened. */
export interface Opened extends DraftPlace {
  /** The different blocks of all cards of its note, this one too; two at different places may be equal. */
  readonly blocks: readonly string[];
}

const most = 20;

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'note', 'block', 'typed'].every(
    (key) => typeof (value as Record<string, unknown>)[key] === 'string',
  );

/** The latest first; nothing of what is damaged. */
export const readDrafts = (kept: unknown): readonly Draft[] =>
  Array.isArray(kept) ? (kept as unknown[]).filter(isDraft) : [];

const isAt = (a: DraftPlace, b: DraftPlace): boolean =>
  a.id === b.id && a.note === b.note && a.block === b.block;

/** With what was typed at a place, or without it for null; the oldest give way. */
export function keepDraft(
  drafts: readonly Draft[],
  { id, note, block }: DraftPlace,
  typed: string | null,
): readonly Draft[] {
  const rest = drafts.filter((one) => !isAt(one, { id, note, block }));
  return typed === null ? rest : [{ id, note, block, typed }, ...rest].slice(0, most);
}

/** How many lines of a block another has, too. */
function sharedLines(block: string, other: string): number {
  const lines = new Set(other.split('\n'));
  return block.split('\n').filter((line) => line.trim() !== '' && lines.has(line)).length;
}

/**
 * The draft to show with a card. If its block is another than the card's now, the text was changed meanwhile. A card that
 * was never reviewed has another id then: its draft is shown with the card of its note that is most like it.
 */
export function findDraft(
  drafts: readonly Draft[],
  { id, note, block, blocks }: Opened,
  isCard: (id: string) => boolean,
): Draft | null {
  const like = drafts.filter((one) => one.block === block);
  const isOnly = blocks.filter((one) => one === block).length < 2;
  const isLost = (one: Draft): boolean => {
    if (one.note !== note || isCard(one.id) || blocks.includes(one.block)) return false;
    const shared = blocks.map((other) => sharedLines(one.block, other));
    return sharedLines(one.block, block) === Math.max(0, ...shared);
  };
  return (
    like.find((one) => one.id === id) ??
    (isOnly ? like.find((one) => one.note === note) : undefined) ??
    drafts.find((one) => one.id === id) ??
    drafts.find(isLost) ??
    null
  );
}
