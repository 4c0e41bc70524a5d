// User settings for card finding, with their defaults. A card's history never depends on any of them.
import type { PictureBox } from '../picture/box.ts';
import type { Source } from './card.ts';
import type { WideTables } from './table/askable.ts';
import { foldCase } from '../text/fold-case.ts';
import { isUnder } from '../text/is-under.ts';
import { defaultProseWords, defaultSkippedHeadings } from './lists/defaults.ts';

/** Separators between question and answer; an empty string disables that kind. */
export interface Separators {
  /** On one line: `Q::A`. */
  readonly inline: string;
  /** On one line, in both directions. */
  readonly inlineBoth: string;
  /** On its own line. */
  readonly block: string;
  /** On its own line, in both directions. */
  readonly blockBoth: string;
  /** A line that ends an answer, so that it may contain blank lines; empty: the first blank line ends it. */
  readonly blockEnd: string;
}

/** Which marks hide text. */
export interface ClozeMarks {
  /** `==text==` */
  readonly highlight: boolean;
  /** `**text**` */
  readonly bold: boolean;
  /** `{{text}}` */
  readonly curly: boolean;
  /** Anki's `{{c1::text::hint}}`, grouped by number. */
  readonly anki: boolean;
}

export type Reversed = 'off' | 'on';

/** In `noteTags`: every note. */
export const everyNote = '*';

export interface CardOptions {
  /** `tagged`: only notes with a watched tag make cards. `all`: every note does. */
  readonly watch: 'tagged' | 'all';
  /** Watched tags, without `#`; nested tags count. */
  readonly tags: readonly string[];
  /** Folders whose notes are watched without a tag, including subfolders. */
  readonly folders: readonly string[];
  /** Folders whose notes make no cards, whatever their tags. */
  readonly foldersOff: readonly string[];
  /** Notes with one of these tags make no cards, whatever else they have; without `#`, nested tags count. */
  readonly tagsOff: readonly string[];
  /** A note or section with this tag makes no cards. */
  readonly offTag: string;
  /** Frontmatter keys that hold a summary, in lower case. */
  readonly summaryKeys: readonly string[];
  /** Headings that make no cards, with everything below them; compared without case, punctuation and numbers. */
  readonly skippedHeadings: readonly string[];
  /** Callout types that make no cards and are shown on none. */
  readonly skippedCallouts: readonly string[];
  /** Bold words that open prose rather than a card; compared without case, punctuation and numbers. */
  readonly proseWords: readonly string[];
  /** Sources that make no cards; their text stays in the answer around it. */
  readonly sourcesOff: readonly Source[];
  /**
   * Whether metadata, navigation, query and similar lines are trimmed from both ends of an answer, and an answer with
   * nothing else makes no card.
   */
  readonly usefulAnswers: boolean;
  /** Whether boards and templates make no cards; drawings never do. */
  readonly onlyNotes: boolean;
  /** Whether a callout containing only callouts makes cards of those. */
  readonly innerCallouts: boolean;
  /** Whether a cloze shows the items above it, its list if it is an item, and only its sentence in a long text. */
  readonly clozeContext: boolean;
  /** Whether a summary that the title's text repeats makes no card. */
  readonly titleOnce: boolean;
  /**
   * Whether bold text that opens a line inside a paragraph, or right below a list, is also a lead-in;
   * `**Q:** … **A:** …` is a question and answer; and a single character, number or sentence is no lead-in.
   */
  readonly lineLeadIns: boolean;
  /**
   * Whether a separator inside bold, italics or a highlight, or after a one-word field name, is ignored; lines
   * indented below an item belong to its answer; and a lone `?` may have a blank line on each side.
   */
  readonly meantSeparators: boolean;
  /**
   * Whether colons between two letters or digits (`Capital::Paris`, but also `std::vector`) divide a line that no
   * schedule proves to be a card. The app turns this on if the vault shows that its author writes this way.
   */
  readonly gluedSeparators: boolean;
  /** Notes with one of these tags are also read as a whole; without `#`, nested tags count. `*` is every note. */
  readonly noteTags: readonly string[];
  /** How tables with three columns and more ask; see `WideTables`. */
  readonly wideTables: WideTables;
  /** Whether every term is also asked for by its text; the property `reversed: true` says so for one note. */
  readonly reversed: Reversed;
  readonly separators: Separators;
  readonly clozeMarks: ClozeMarks;
  /** Whether a `^block-id` present both before and now makes two texts one card, whatever they say. */
  readonly blockIds: boolean;
}

/** What a deck may have for itself. */
export interface DeckCardOptions extends Partial<Pick<CardOptions, 'wideTables' | 'reversed'>> {
  readonly deck: string;
}

/** The boxes on the pictures of notes, from the log. */
export interface PictureBoxes {
  /** Whether a note has any. */
  has(note: string): boolean;
  /** Those on an embedded picture, and the ids of the cards that are this note's; null if it has none. */
  of(
    note: string,
    target: string,
  ): {
    readonly picture: string;
    readonly boxes: readonly PictureBox[];
    readonly own: ReadonlySet<string>;
  } | null;
}

/** Adds what the user doesn't set here. */
export interface ReadOptions extends CardOptions {
  /** Options of single decks, if any has some. */
  readonly ofDecks?: readonly DeckCardOptions[];
  /** Template folders, as named in the app's own settings. */
  readonly templateFolders?: readonly string[];
  readonly boxes?: PictureBoxes;
}

export const defaultCardOptions: CardOptions = {
  blockIds: false,
  watch: 'tagged',
  tags: ['flashcards'],
  folders: [],
  foldersOff: [],
  tagsOff: [],
  offTag: 'no-cards',
  summaryKeys: ['summary', 'tldr'],
  skippedHeadings: defaultSkippedHeadings,
  skippedCallouts: [
    'private',
    'todo',
    'missing',
    'fixme',
    'wip',
    'tbd',
    'stub',
    'draft',
    'toc',
    'nav',
    'navigation',
    'metadata',
  ],
  proseWords: defaultProseWords,
  sourcesOff: [],
  usefulAnswers: true,
  onlyNotes: true,
  innerCallouts: true,
  clozeContext: true,
  titleOnce: true,
  lineLeadIns: true,
  meantSeparators: true,
  gluedSeparators: false,
  noteTags: [],
  wideTables: 'off',
  reversed: 'off',
  separators: { inline: '::', inlineBoth: ':::', block: '?', blockBoth: '??', blockEnd: '' },
  clozeMarks: { highlight: true, bold: false, curly: false, anki: true },
};

/** Options under which every note makes every card it can. */
export const everyCard: CardOptions = {
  ...defaultCardOptions,
  watch: 'all',
  offTag: 'no-cards',
  skippedHeadings: [],
  skippedCallouts: [],
  proseWords: [],
  usefulAnswers: false,
  onlyNotes: false,
  innerCallouts: false,
  titleOnce: false,
  lineLeadIns: false,
  meantSeparators: false,
  gluedSeparators: true,
  wideTables: 'rows',
  reversed: 'on',
};

/** @param decks in which only these options count */
export function readOptions(
  options: CardOptions,
  templateFolders: readonly string[] = [],
  decks: readonly DeckCardOptions[] = [],
): ReadOptions {
  const ofDecks = decks.flatMap(({ deck, wideTables, reversed }) =>
    wideTables === undefined && reversed === undefined
      ? []
      : [{ deck, ...(wideTables && { wideTables }), ...(reversed && { reversed }) }],
  );
  return { ...options, templateFolders, ...(ofDecks.length > 0 && { ofDecks }) };
}

/** The options for the notes of a deck: its own, then those of the decks above it, then those of all. */
export function optionsOfDeck(options: ReadOptions, deck: string): ReadOptions {
  const key = foldCase(deck);
  const own = (options.ofDecks ?? [])
    .filter((one) => one.deck !== '' && isUnder(key, foldCase(one.deck)))
    .sort((one, other) => one.deck.length - other.deck.length);
  return own.reduce<ReadOptions>((all, { deck: _, ...one }) => ({ ...all, ...one }), options);
}
