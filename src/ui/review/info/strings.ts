// The words of the card info, a part of ../strings.ts.
export const infoWords = {
  title: 'Card info',
  suspended: 'This card is suspended: it does not come up until you take that back.',
  isNew: 'This card is new: you have not answered it yet.',
  learning: 'You are learning this card: it comes up again after minutes, until you know it.',
  isDue: (recall: string, wanted: string, due: string) =>
    `It is due since ${due}: the chance that you still know it is about ${recall}, and it comes up when it nears ${wanted}.`,
  notDue: (recall: string, wanted: string, due: string) =>
    `The chance that you still know it is about ${recall}. It comes up on ${due}, when it nears ${wanted}.`,
  ahead: (moment: string) =>
    `Its last review is dated ${moment}, in the future: the clock of that device was ahead. It counts correctly after that device's next review, or you can undo it.`,
  aheadUndo: 'Undo review',
  stability: (days: string) => `${days} until the chance of knowing it falls to 90 %`,
  difficulty: (value: string) => `${value} of 10`,
  facts: {
    last: 'Last review',
    due: 'Next review',
    interval: 'Interval',
    stability: 'Stability',
    difficulty: 'Difficulty',
    reps: 'Reviews',
    lapses: 'Times forgotten',
  },
  columns: ['When', 'Grade', 'Time'],
  curve: (today: string) => `Forgetting curve: the chance of knowing it is ${today} today.`,
  curveNow: 'today',
  curveDays: (days: string) => `after ${days}`,
} as const;
