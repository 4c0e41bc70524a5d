// Counts of answers, and of how many were correct.

/** Totals for answers of one kind. */
export interface Recall {
  /** All answers. */
  answers: number;
  /** ms from question to grade. */
  ms: number;
  /** Answers on a later day than the previous one: those that test memory. */
  asked: number;
  /** Of those, how many were correct (hard, good or easy). */
  known: number;
  /** Of those, how many should have been correct: the sum of FSRS's predicted probabilities. */
  predicted: number;
}

export function noRecall(): Recall {
  return { answers: 0, ms: 0, asked: 0, known: 0, predicted: 0 };
}

export function addRecall(sum: Recall, more: Recall): void {
  sum.answers += more.answers;
  sum.ms += more.ms;
  sum.asked += more.asked;
  sum.known += more.known;
  sum.predicted += more.predicted;
}

/** 0–1; null if nothing was asked. */
export function retention({ asked, known }: Pick<Recall, 'asked' | 'known'>): number | null {
  return asked === 0 ? null : known / asked;
}

/** 0–1; null if nothing was asked. */
export function predictedRetention({ asked, predicted }: Recall): number | null {
  return asked === 0 ? null : predicted / asked;
}
