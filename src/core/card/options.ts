// What of card finding a person can set, with the defaults. A card's history never depends on any of it.

export interface CardOptions {
  /** `tagged`: only notes with a watched tag give cards. `all`: every note does. */
  readonly watch: 'tagged' | 'all';
  /** Watched tags, without `#`; nested tags below them count. */
  readonly tags: readonly string[];
  /** A note or section with this tag gives no cards. */
  readonly offTag: string;
  /** Frontmatter keys that hold a summary, lower case. */
  readonly summaryKeys: readonly string[];
  /** Headings that give no cards, with all below them; compared without case and punctuation. */
  readonly skippedHeadings: readonly string[];
  /** Callout types that give no cards and are shown on none. */
  readonly skippedCallouts: readonly string[];
  /** Bold words that open prose rather than a card; compared without case and punctuation. */
  readonly proseWords: readonly string[];
}

export const defaultCardOptions: CardOptions = {
  watch: 'tagged',
  tags: ['flashcards'],
  offTag: 'no-cards',
  summaryKeys: ['summary', 'tldr'],
  skippedHeadings: [
    'references',
    'reference',
    'bibliography',
    'works cited',
    'further reading',
    'see also',
    'external links',
    'table of contents',
  ],
  skippedCallouts: ['private', 'todo'],
  proseWords: [
    'note',
    'notes',
    'nb',
    'example',
    'examples',
    'ex',
    'eg',
    'tip',
    'tips',
    'tldr',
    'source',
    'sources',
    'update',
    'updates',
    'edit',
  ],
};

/** The options under which every note gives all the cards that it can. */
export const everyCard: CardOptions = {
  ...defaultCardOptions,
  watch: 'all',
  offTag: 'no-cards',
  skippedHeadings: [],
  skippedCallouts: [],
  proseWords: [],
};
