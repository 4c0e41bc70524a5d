// What a person may choose about studying.

/** Which new cards come first. `prerequisites`: a note comes after the notes that it links to. */
export type NewOrder = 'prerequisites' | 'note' | 'random';

/**
 * Which due cards come first where not all fit into the day. `need`: those most likely forgotten. `kept`: those most
 * likely still known. `due`: those due the longest.
 */
export type DueOrder = 'need' | 'kept' | 'due' | 'random';

/** Days on which nothing is to come up, as ISO dates, both included. */
export interface Vacation {
  readonly from: string;
  readonly to: string;
}

/** Where new cards stand among the due ones. */
export type NewPlace = 'mixed' | 'before' | 'after';

export interface StudyOptions {
  /** New cards a study day, over all devices. */
  readonly newPerDay: number;
  /** Reviews of due cards a study day, over all devices; steps of learning are not counted. */
  readonly reviewsPerDay: number;
  readonly newOrder: NewOrder;
  readonly newPlace: NewPlace;
  readonly dueOrder: DueOrder;
  /** After a break the due cards that are most likely still known come first, until the backlog is gone. */
  readonly catchUp: boolean;
  readonly vacations: readonly Vacation[];
  /** Siblings are kept from coming up on one study day. */
  readonly siblingsApart: boolean;
  /** Whether cards that are set aside are asked like others. */
  readonly asides: 'listed' | 'asked';
  /** When nothing else is left, a learning card is shown this many minutes early. */
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
  learnAheadMinutes: 20,
};
