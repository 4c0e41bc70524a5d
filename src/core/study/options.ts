// User options for studying.

/** Which new cards come first. `prerequisites`: a note comes after the notes it links to. */
export type NewOrder = 'prerequisites' | 'note' | 'random';

/**
 * Which due cards come first if not all fit into the day. `need`: those most likely forgotten. `kept`: those most
 * likely still known. `due`: those overdue longest.
 */
export type DueOrder = 'need' | 'kept' | 'due' | 'random';

/** Days without reviews, as ISO dates, both inclusive. */
export interface Vacation {
  readonly from: string;
  readonly to: string;
}

/** Where new cards go among the due ones. */
export type NewPlace = 'mixed' | 'before' | 'after';

export interface StudyOptions {
  /** New cards per study day, across all devices. */
  readonly newPerDay: number;
  /** Reviews of due cards per study day, across all devices; learning steps don't count. */
  readonly reviewsPerDay: number;
  readonly newOrder: NewOrder;
  readonly newPlace: NewPlace;
  readonly dueOrder: DueOrder;
  /** After a break, the due cards most likely still known come first, until the backlog is gone. */
  readonly catchUp: boolean;
  readonly vacations: readonly Vacation[];
  /** Prevents siblings from coming up on the same study day. */
  readonly siblingsApart: boolean;
  /** Whether cards that are set aside are asked like others. */
  readonly asides: 'listed' | 'asked';
  /** Whether a card is suspended when it becomes a leech. */
  readonly suspendLeeches: boolean;
  /** If nothing else is left, a learning card is shown this many minutes early. */
  readonly learnAheadMinutes: number;
}

export const studyDefaults: StudyOptions = {
  newPerDay: 20,
  reviewsPerDay: 200,
  newOrder: 'prerequisites',
  newPlace: 'mixed',
  dueOrder: 'need',
  catchUp: true,
  vacations: [],
  siblingsApart: true,
  asides: 'listed',
  suspendLeeches: false,
  learnAheadMinutes: 20,
};
