// Every word of the statistics.
import { formatNumber, formatPercent } from '../format.ts';
import { counted } from '../strings.ts';

const reviews = (count: number): string => counted(count, 'review');
const answers = (count: number): string => counted(count, 'answer');

export const statisticsWords = {
  title: 'Flashcard statistics',
  command: 'Open statistics',
  open: 'Open statistics',
  tab: 'Stats',
  period: 'Period',
  periods: { month: 'Last month', quarter: 'Last 3 months', year: 'Last year', all: 'All time' },
  deck: 'Deck',
  allDecks: 'All decks',
  rootDeck: 'Without a deck',
  exportCsv: 'Export as CSV',
  exported: (path: string) => `The statistics are in “${path}”.`,
  reading: 'The reviews are being counted.',
  table: 'Show as table',
  from: (name: string, value: string) => `${name}: ${value}`,

  empty: {
    title: 'Nothing reviewed yet',
    text: (cards: number) =>
      cards === 0
        ? 'Tag a note to get your first cards. After the first review this page begins to fill.'
        : `You have ${counted(cards, 'card')}. After the first review this page begins to fill: today with what you did, in a week or two with what you remember.`,
    study: 'Start a review',
  },
  noRecallYet: 'What you remember shows here once cards have come back on a later day.',

  tiles: {
    today: 'Reviews today',
    period: 'Reviews',
    days: 'Days studied',
    time: 'Time',
    retention: 'Remembered',
    known: 'Cards known now',
    knownOf: (known: number, learned: number) =>
      `${formatNumber(Math.round(known))} of ${formatNumber(learned)}`,
    none: '–',
  },

  sections: {
    activity: 'Activity',
    recall: 'What you remember',
    cards: 'Your cards',
    memory: 'Your memory',
  },

  columns: {
    day: 'Day',
    week: 'Week of',
    month: 'Month',
    interval: 'Days since the last answer',
    button: 'Button',
    hour: 'Hour',
    state: 'State',
    stability: 'Stability',
    difficulty: 'Difficulty',
    deck: 'Deck',
    source: 'Source',
    reviews: 'Reviews',
    minutes: 'Minutes',
    due: 'Due',
    cards: 'Cards',
    asked: 'Answers',
    remembered: 'Remembered',
    foretold: 'Foretold',
    desired: 'Desired',
    middle: 'Middle stability, days',
    seconds: 'Seconds an answer',
    known: 'Known now',
  },

  kinds: { new: 'New', step: 'Same day', young: 'Young', mature: 'Mature' },
  stages: { new: 'New', learning: 'Learning', young: 'Young', mature: 'Mature', suspended: 'Suspended' },
  sources: {
    title: 'Title',
    property: 'Property',
    heading: 'Heading',
    'lead-in': 'Lead-in',
    callout: 'Callout',
    cloze: 'Cloze',
    separator: 'Separator',
  },

  figures: {
    year: { title: 'The past year', about: 'Reviews on each day.' },
    reviews: {
      title: 'Reviews',
      about: 'Young cards were last answered less than three weeks before, mature ones longer ago.',
    },
    time: { title: 'Time spent', about: 'Minutes from question to grade, five a card at most.' },
    forecast: {
      title: 'Coming up',
      about: 'Cards that are due, without new ones. Overdue cards stand on today.',
    },
    months: {
      title: 'Remembered by month',
      about: 'Of answers a day or more after the one before: those that were not “again”.',
    },
    intervals: {
      title: 'Remembered by interval',
      about: 'Whether long waits are harder than FSRS foretells.',
    },
    buttons: { title: 'Answer buttons', about: 'How often you pressed each.' },
    hours: { title: 'Hours of the day', about: 'When you review, by the clock where you were.' },
    hourRecall: {
      title: 'Remembered by hour',
      about: 'Few answers make a wide guess: see how many in the table.',
    },
    states: { title: 'States', about: 'Mature cards wait three weeks or longer.' },
    stability: {
      title: 'Stability',
      about: 'Days until the chance of knowing a card has fallen to 90 %.',
    },
    difficulty: { title: 'Difficulty', about: 'From 1, easy, to 10.' },
    decks: { title: 'Decks', about: 'What sticks, deck by deck.' },
    sources: { title: 'Sources', about: 'Do callouts stick better than headings?' },
  },
  chart: (title: string, about: string) => `${title}. ${about}`,

  leeches: {
    title: 'Leeches',
    about: 'Cards that you keep forgetting. Rewording often helps more than repeating.',
    none: 'There are none.',
    lapses: (count: number) => `forgotten ${counted(count, 'time')}`,
  },

  weights: {
    title: 'Own weights',
    about:
      'FSRS comes with weights of many people. From your own answers it can learn yours; they are tried on your latest answers first.',
    own: 'You use weights of your own.',
    usual: 'You use the weights that FSRS comes with.',
    learn: 'Learn from my reviews',
    stop: 'Stop',
    progress: (share: number) => `Learning: ${formatPercent(share)}`,
    refused: {
      few: (count: number, fewest: number) =>
        `There are ${answers(count)} on a later day than the one before; ${formatNumber(fewest)} are needed. Nothing was changed.`,
      alike: 'All answers are alike, so there is nothing to learn from them. Nothing was changed.',
      outliers: 'Too few answers are left without the unusual ones. Nothing was changed.',
    },
    heldOut: (count: number) =>
      `Tried on your latest ${answers(count)}, which were not learned from. Lower is better.`,
    now: 'In use',
    learned: 'Learned',
    measure: 'Measure',
    logLoss: 'Log loss',
    rmse: 'RMSE (bins)',
    better:
      'The learned weights foretell your answers better. Every card is planned anew with them; your history stays as it is.',
    noBetter: 'The weights in use foretell your answers as well, so nothing is changed.',
    apply: 'Use learned weights',
    keep: 'Keep those in use',
    applied: 'Your cards are planned with your own weights now.',
    reset: 'Go back to the usual weights',
    wasReset: 'Your cards are planned with the weights that FSRS comes with.',
  },

  simulator: {
    title: 'What if',
    about: (newPerDay: number) =>
      `A year played through with your cards, your way of answering and ${counted(newPerDay, 'new card')} a day, for several desired retentions. A model, not a promise.`,
    run: 'Play a year through',
    progress: (share: number) => `Playing: ${formatPercent(share)}`,
    reviewsTitle: 'Reviews a day',
    reviewsAbout: 'Mean of each week. It leaves out the limits on reviews.',
    knownTitle: 'Cards known',
    knownAbout: 'At the end of each week.',
    week: 'Week',
    summaryTitle: 'After a year',
    summaryAbout: 'Minutes a day by your pace of today.',
    desired: 'Desired retention',
    minutes: 'Minutes a day',
    perDay: 'Reviews a day',
    known: 'Cards known',
  },

  reviews,
} as const;
