// What a person may choose about studying.

/** Which new cards come first. `prerequisites`: a note comes after the notes that it links to. */
export type NewOrder = 'prerequisites' | 'note' | 'random';

/** Where new cards stand among the due ones. */
export type NewPlace = 'mixed' | 'before' | 'after';

export interface StudyOptions {
  /** New cards a study day, over all devices. */
  readonly newPerDay: number;
  /** Reviews of due cards a study day, over all devices; steps of learning are not counted. */
  readonly reviewsPerDay: number;
  readonly newOrder: NewOrder;
  readonly newPlace: NewPlace;
  /** Siblings are kept from coming up on one study day. */
  readonly siblingsApart: boolean;
  /** When nothing else is left, a learning card is shown this many minutes early. */
  readonly learnAheadMinutes: number;
}

export const studyDefaults: StudyOptions = {
  newPerDay: 20,
  reviewsPerDay: 200,
  newOrder: 'prerequisites',
  newPlace: 'mixed',
  siblingsApart: true,
  learnAheadMinutes: 20,
};
