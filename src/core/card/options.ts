// What of card finding a person can set, with the defaults. A card's history never depends on any of it.
import type { Source } from './card.ts';
import { defaultProseWords, defaultSkippedHeadings } from './lists/defaults.ts';

/** What stands between question and answer; an empty text turns a kind off. */
export interface Separators {
  /** On one line: `Q::A`. */
  readonly inline: string;
  /** On one line, both ways. */
  readonly inlineBoth: string;
  /** On a line of its own. */
  readonly block: string;
  /** On a line of its own, both ways. */
  readonly blockBoth: string;
  /** A line that ends an answer, which may then hold blank lines; empty: the first blank line ends it. */
  readonly blockEnd: string;
}

/** Which marks hide a text. */
export interface ClozeMarks {
  /** `==text==` */
  readonly highlight: boolean;
  /** `**text**` */
  readonly bold: boolean;
  /** `{{text}}` */
  readonly curly: boolean;
  /** Anki's `{{c1::text::hint}}`, whose numbers group. */
  readonly anki: boolean;
}

export interface CardOptions {
  /** `tagged`: only notes with a watched tag give cards. `all`: every note does. */
  readonly watch: 'tagged' | 'all';
  /** Watched tags, without `#`; nested tags below them count. */
  readonly tags: readonly string[];
  /** Folders whose notes are watched without a tag, with all folders below them. */
  readonly folders: readonly string[];
  /** Folders whose notes give no cards, whatever their tags. */
  readonly foldersOff: readonly string[];
  /** Notes with one of these tags give no cards, whatever else they have; without `#`, nested tags count. */
  readonly tagsOff: readonly string[];
  /** A note or section with this tag gives no cards. */
  readonly offTag: string;
  /** Frontmatter keys that hold a summary, lower case. */
  readonly summaryKeys: readonly string[];
  /** Headings that give no cards, with all below them; compared without case, punctuation and numbers. */
  readonly skippedHeadings: readonly string[];
  /** Callout types that give no cards and are shown on none. */
  readonly skippedCallouts: readonly string[];
  /** Bold words that open prose rather than a card; compared without case, punctuation and numbers. */
  readonly proseWords: readonly string[];
  /** Sources that give no cards; what they would have taken stays in the answer around it. */
  readonly sourcesOff: readonly Source[];
  /**
   * Whether lines of metadata, navigation, queries and the like are cut from the ends of an answer, and an answer of
   * nothing else gives no card.
   */
  readonly usefulAnswers: boolean;
  /** Whether boards and templates give no cards; drawings never do. */
  readonly onlyNotes: boolean;
  /** Whether a callout of nothing but callouts gives those. */
  readonly innerCallouts: boolean;
  /** Whether a cloze is asked with the items above it, with its list where it is an item, and by the sentence of a long text. */
  readonly clozeContext: boolean;
  /** Whether a summary that the text of the title says, too, gives no card of its own. */
  readonly titleOnce: boolean;
  /**
   * Whether bold text that opens a line inside a paragraph, or right below a list, is a lead-in, too; `**Q:** … **A:** …`
   * the pair that it says; and one sign, a number or a sentence none.
   */
  readonly lineLeadIns: boolean;
  /**
   * Whether a separator inside bold, italics or a highlight, or behind the one word of a field, divides nothing; the lines
   * indented below an item belong to its answer; and a lone `?` may have a blank line on each side.
   */
  readonly meantSeparators: boolean;
  /**
   * Whether colons between two letters or digits (`Capital::Paris`, but also `std::vector`) divide a line that no schedule
   * proves a card. The app turns it on where the vault shows that its author writes so.
   */
  readonly gluedSeparators: boolean;
  readonly separators: Separators;
  readonly clozeMarks: ClozeMarks;
  /** Whether a `^block-id` that was there before and is there now makes two texts one card, whatever they say. */
  readonly blockIds: boolean;
}

/** With what no person sets here. */
export interface ReadOptions extends CardOptions {
  /** Folders whose files are templates, as the app's own settings name them. */
  readonly templateFolders?: readonly string[];
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
  separators: { inline: '::', inlineBoth: ':::', block: '?', blockBoth: '??', blockEnd: '' },
  clozeMarks: { highlight: true, bold: false, curly: false, anki: true },
};

/** The options under which every note gives all the cards that it can. */
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
};

export function readOptions(options: CardOptions, templateFolders: readonly string[] = []): ReadOptions {
  return { ...options, templateFolders };
}
