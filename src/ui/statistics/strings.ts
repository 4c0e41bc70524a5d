// All strings of the statistics.
import type { Format } from '../format.ts';
import type { Source } from '../../core/card/card.ts';

export const statisticsWords = (format: Format) => ({
  title: 'Flashcard statistics',
  open: 'Open statistics',
  tab: 'Stats',
  period: 'Period',
  periods: { month: 'Last month', quarter: 'Last 3 months', year: 'Last year', all: 'All time' },
  deck: 'Deck',
  allDecks: 'All decks',
  rootDeck: 'No deck',
  exportCsv: 'Export as CSV',
  exported: (path: string) => `Exported statistics to “${path}”.`,
  reading: 'Counting reviews…',
  table: 'Show as table',
  from: (name: string, value: string) => `${name}: ${value}`,

  empty: {
    title: 'Nothing reviewed yet',
    text: 'Shown after your first review.',
    study: 'Start reviewing',
  },
  noRecallYet: 'Shown once you have reviewed cards on a later day.',

  tiles: {
    today: 'Reviews today',
    days: 'Days studied',
    time: 'Time',
    retention: 'True retention',
    known: 'Estimated known',
    knownOf: (known: number, learned: number) =>
      `${format.number(Math.round(known))} of ${format.number(learned)}`,
    none: '–',
  },

  sections: {
    activity: 'Activity',
    recall: 'Retention',
    cards: 'Your cards',
    memory: 'Your memory',
  },

  columns: {
    day: 'Day',
    week: 'Week of',
    month: 'Month',
    interval: 'Days since last review',
    button: 'Button',
    hour: 'Hour',
    state: 'State',
    source: 'Source',
    reviews: 'Reviews',
    minutes: 'Minutes',
    due: 'Due',
    cards: 'Cards',
    remembered: 'Retention',
    predicted: 'Predicted',
    desired: 'Target retention',
    middle: 'Median stability (days)',
    seconds: 'Seconds per review',
    known: 'Estimated known',
    total: 'Total',
    retrievability: 'Retrievability',
  },

  stages: {
    new: 'New',
    step: 'Same day',
    learning: 'Learning',
    young: 'Young',
    mature: 'Mature',
    suspended: 'Suspended',
  },
  sources: {
    title: 'Title',
    property: 'Property',
    heading: 'Heading',
    'lead-in': 'Lead-in',
    callout: 'Callout',
    cloze: 'Cloze',
    separator: 'Separator',
    table: 'Table',
    note: 'Whole note',
    occlusion: 'Image occlusion',
  } satisfies Record<Source, string>,

  figures: {
    year: { title: 'Past year', about: 'Reviews per day.' },
    reviews: {
      title: 'Reviews',
      about: 'Mature: interval of 21 days or more.',
    },
    added: { title: 'Added cards', about: 'By first review, without imported cards.' },
    time: { title: 'Time spent', about: 'Minutes studied, at most 5 per card.' },
    forecast: {
      title: 'Forecast',
      about: 'Without new cards; overdue ones count as today.',
    },
    months: {
      title: 'Retention by month',
      about: 'Reviews not graded Again, without same-day ones.',
    },
    intervals: {
      title: 'Retention by interval',
      about: 'Actual vs. predicted retention by interval.',
    },
    buttons: { title: 'Answer buttons', about: 'How often you pressed each.' },
    hours: { title: 'Hourly breakdown', about: 'When you review, in local time.' },
    hourRecall: {
      title: 'Retention by hour',
      about: 'Unreliable with few reviews.',
    },
    states: { title: 'Card states', about: 'Mature: interval of 21 days or more.' },
    stability: {
      title: 'Stability',
      about: 'Days until recall drops to 90%.',
    },
    difficulty: { title: 'Difficulty', about: 'From 1 (easy) to 10 (hard).' },
    decks: { title: 'Decks' },
    sources: { title: 'Card sources' },
  },

  leeches: {
    title: 'Leeches',
    about: 'Cards you keep forgetting. Rewording them helps.',
    none: 'No leeches.',
    lapses: (count: number) => format.counted(count, 'lapse'),
  },

  parameters: {
    title: 'FSRS parameters',
    about: 'Optimize the FSRS parameters on your own reviews.',
    own: 'Using your optimized parameters.',
    usual: 'Using the default parameters.',
    learn: 'Optimize parameters',
    stop: 'Stop',
    progress: (share: number) => `Optimizing… ${format.percent(share)}`,
    refused: {
      few: (count: number, fewest: number) =>
        `Reviews, without same-day ones: ${format.number(count)} of ${format.number(fewest)} needed.`,
      alike: 'Your grades vary too little.',
      outliers: 'Too few reviews without outliers.',
    },
    heldOut: (count: number) =>
      `Tested on ${format.counted(count, 'review')} not used to optimize. Lower is better.`,
    now: 'Current',
    learned: 'Optimized',
    measure: 'Metric',
    logLoss: 'Log loss',
    rmse: 'RMSE (bins)',
    better: 'The optimized parameters predict better. Applying them reschedules your cards.',
    noBetter: 'The current parameters predict just as well.',
    apply: 'Apply',
    keep: 'Keep current',
    applied: 'Optimized parameters applied.',
    reset: 'Restore defaults',
    wasReset: 'Default parameters restored.',
  },

  simulator: {
    title: 'Simulator',
    about: (newPerDay: number) =>
      `One year with ${format.counted(newPerDay, 'new card')} per day, estimated.`,
    run: 'Simulate one year',
    progress: (share: number) => `Simulating… ${format.percent(share)}`,
    reviewsTitle: 'Reviews per day',
    reviewsAbout: 'Weekly average, ignoring the daily maximum.',
    knownTitle: 'Cards known',
    knownAbout: 'At the end of each week.',
    week: 'Week',
    summaryTitle: 'After a year',
    summaryAbout: 'Minutes per day at your current pace.',
    minutes: 'Minutes per day',
  },

  reviews: (count: number) => format.counted(count, 'review'),
});
