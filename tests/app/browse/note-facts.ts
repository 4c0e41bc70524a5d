// What a host without tags, properties and times knows about notes.
import type { NoteFacts } from '../../../src/app/browse/card-row.ts';

export const noFacts: NoteFacts = {
  hasMissing: () => false,
  changedAt: () => null,
  tags: () => [],
  property: () => null,
};
