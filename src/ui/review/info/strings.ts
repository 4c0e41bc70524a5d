// Strings for the card info, part of ../strings.ts.
export const infoWords = {
  title: 'Card info',
  suspended: 'Suspended: not shown.',
  isNew: 'New: not reviewed yet.',
  learning: 'Learning: shown again after minutes.',
  isDue: (recall: string, wanted: string, due: string) =>
    `Due since ${due}. The chance that you recall it is about ${recall}; cards are due at about ${wanted}.`,
  notDue: (recall: string, wanted: string, due: string) =>
    `Due on ${due}, when the chance that you recall it drops to about ${wanted}. Now it is about ${recall}.`,
  ahead: (moment: string) =>
    `Its last review is dated ${moment}, in the future, because that device's clock was ahead. It counts correctly after that device's next review, or you can undo it.`,
  aheadUndo: 'Undo review',
  stability: (days: string) => `${days} (time until recall drops to 90%)`,
  difficulty: (value: string) => `${value} of 10`,
  facts: {
    source: 'Source',
    last: 'Last review',
    due: 'Next review',
    interval: 'Interval',
    stability: 'Stability',
    difficulty: 'Difficulty',
    reps: 'Reviews',
    lapses: 'Lapses',
  },
  columns: ['Date', 'Grade', 'Time'],
  curve: (today: string) => `Forgetting curve: recall is ${today} today.`,
  curveNow: 'today',
};
