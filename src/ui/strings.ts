// All strings on screen, in sentence case; those of the settings are in settings/strings.ts.
import type { Format } from './format.ts';
import type { Source } from '../core/card/card.ts';
import { infoWords } from './review/info/strings.ts';
import { editorWords } from './study/strings.ts';

interface Counts {
  readonly learning: number;
  readonly due: number;
  readonly new: number;
}

const left = (format: Format, { learning, due, new: newCards }: Counts): string =>
  `${format.number(newCards)} new, ${format.number(learning)} learning, ${format.number(due)} due`;

const sourceNames: Readonly<Record<string, string>> = {
  title: 'title',
  property: 'property',
  heading: 'heading',
  'lead-in': 'lead-in',
  callout: 'callout',
  cloze: 'cloze',
  separator: 'separator',
  table: 'table',
  note: 'whole note',
  occlusion: 'image occlusion',
} satisfies Record<Source, string>;

/** Actions on a card, in its menus. */
export const cardWords = {
  resume: 'Unsuspend',
  bury: 'Bury until tomorrow',
  unbury: 'Unbury',
  ask: 'Ask this card',
  unask: 'Set aside again',
  flag: 'Flag…',
  reset: 'Reset card…',
  info: 'Card info',
};

export const words = (format: Format) => ({
  name: 'Flashcards',
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
  cards: (count: number) => format.counted(count, 'card'),

  commands: {
    review: 'Review due cards',
    studyNote: 'Study this note',
    studyLinked: 'Study this note and linked notes',
    selfTest: 'Test yourself in this note',
    study: 'Choose what to study',
    sidebar: 'Open flashcards sidebar',
    verify: 'Verify review history',
    undo: 'Undo last review action',
    redo: 'Redo last review action',
    resume: 'Resume review',
    reconnect: 'Match lost history',
  },

  problems: {
    start: (reason: string) => `Note Flashcards couldn't start: ${reason}`,
    settings: (names: readonly string[]) =>
      `These settings are invalid, so their defaults are used: ${names.join(', ')}.`,
    render: 'Part of this card is shown as plain text.',
    action: (reason: string) => `Something went wrong: ${reason}`,
    noUndo: 'Nothing to undo.',
    noRedo: 'Nothing to redo.',
    noDeck: (deck: string) => `There is no deck “${deck}”.`,
    noSuchNote: (note: string) => `There is no note “${note}”.`,
    fix: { tags: 'Fix the tags', compare: 'Compare' },
    fixNamed: {
      tags: (note: string) => `Fix the tags of “${note}”`,
      compare: (note: string) => `Compare “${note}” with the original`,
    },
    sameCopy: 'Both notes have the same text, so you can delete the copy.',
    unknownAction: (action: string) => `Unknown action: “${action}”.`,
  },

  undone: {
    undid: (action: string) => `Undid: ${action}.`,
    redid: (action: string) => `Redid: ${action}.`,
    card: (deed: string, question: string) => `${deed} on “${question}”`,
    cards: (deed: string, count: number) => `${deed} (${format.counted(count, 'card')})`,
    other: 'Change',
    deeds: {
      suspend: 'Suspend',
      unsuspend: 'Unsuspend',
      bury: 'Bury',
      unbury: 'Unbury',
      flag: 'Flag',
      unflag: 'Remove flag',
      due: 'Set due date',
      position: 'Reposition',
      reset: 'Reset',
      skip: 'Skip',
      ask: 'Ask',
      unask: 'Set aside',
      import: 'Import',
      match: 'Match',
      apart: 'Different cards',
    },
  },

  outside: {
    studying: 'Review opened.',
    deckFlag: 'Only this deck and its subdecks',
    noteFlag: 'Only this note',
    jsonFlag: 'As JSON',
    dueCommand: 'How many cards are due today',
    studyCommand: 'Open a review',
    nextCommand: 'Show the next question',
    answerCommand: 'Record an answer',
    cardFlag: 'Card',
    showingFlag: 'From “next”, so that it counts once',
    msFlag: 'Milliseconds',
    number: (flag: string, text: string) => `“${flag}” needs a number, not “${text}”.`,
  },

  statusBar: {
    cards: (count: number) => (count === 0 ? 'No cards due' : `${format.number(count)} to study`),
    label: (counts: Counts) => `Review due cards: ${left(format, counts)}`,
  },

  saved: (note: string, count: number) => `“${note}” has ${format.counted(count, 'card')}.`,

  chooser: {
    placeholder: 'What do you want to study?',
    all: 'All due cards',
    note: (title: string) => `Note: ${title}`,
    linked: (title: string) => `${title} and linked notes`,
    linkedTwice: (title: string) => `${title} and linked notes, two links deep`,
    practiceNote: (title: string) => `Practice: ${title}`,
    practice: 'Practice all cards',
    notRecorded: 'answers are not recorded',
    leeches: 'Leeches: cards that keep failing',
    flagged: 'Flagged cards',
    ahead: (days: number) => `Review ahead: ${format.counted(days, 'day')}`,
    noNew: 'excludes new cards',
    deck: (deck: string) => `Deck: ${deck}`,
    folder: (folder: string) => `Folder: ${folder}`,
    search: (query: string) => `Search: ${query}`,
  },

  reconnect: {
    title: 'Match lost history',
    intro: 'These reviews have lost their card. “The same card” gives them to the one that looks like it.',
    none: 'No unmatched history.',
    lost: 'Lost card',
    candidate: 'Possible match',
    reviews: (count: number) => format.counted(count, 'review'),
    last: (when: string) => `last on ${when}`,
    textGone: 'Its answer is no longer in the vault.',
    same: 'The same card',
    other: 'Different cards',
    joined: (count: number) => `The card now has its ${format.counted(count, 'review')} again.`,
    parted: 'Kept apart. The reviews wait for their card.',
  },

  /** While logs that could not be read at startup are missing. */
  missing: {
    reading: 'Reading your review history…',
    text: "Part of your history can't be read yet: cards would look new.",
    goOn: 'Continue without it',
    incomplete: (paths: readonly string[]) =>
      `Your review history is incomplete: ${paths.join(', ')} can't be read yet.`,
    unknown: 'unknown',
  },

  tagNote: {
    title: 'Make flashcards from this note?',
    text: (note: string, tag: string) =>
      `“${note}” isn't tagged yet. Adding the tag “${tag}” to its properties turns its headings, callouts and bold lead-ins into cards. Nothing else in the note changes.`,
    preview: (count: number, questions: string) => `${format.counted(count, 'card')}: ${questions}`,
    yes: 'Add the tag',
    no: 'Not now',
    none: (note: string) => `“${note}” has no cards: it has no heading, callout or lead-in followed by text.`,
  },

  editor: editorWords,

  reset: {
    title: (count: number) => `Reset ${format.counted(count, 'card')}?`,
    text: 'Reviews so far no longer count. Undo brings them back.',
  },

  review: {
    title: 'Review',
    progressName: 'Progress',
    practice: 'Practice: answers are not recorded',
    showAnswer: 'Show answer',
    showNext: 'Show next part',
    showAll: 'Show all',
    question: 'Question',
    answer: 'Answer',
    copyAddress: 'Copy URL',
    grades: 'How well did you know it?',
    comesBack: ', next in ',
    typed: {
      field: 'Your answer',
      words: (right: number, of: number) => `Words right: ${format.number(right)} of ${format.number(of)}`,
      points: (known: number, of: number) => `Points: ${format.number(known)} of ${format.number(of)}`,
      wrong: (text: string) => `wrong: ${text}`,
      missing: (text: string) => `missing: ${text}`,
      grade: (grade: string) => `Suggested grade: ${grade}`,
    },
    left: (counts: Counts) => left(format, counts),
    leftToDo: (count: number) => `${format.number(count)} to go`,
    gone: (question: string) => `“${question}” is no longer in the vault, so it was skipped.`,
    noVoices: 'This device has no voices to read aloud with.',
    elsewhere: (question: string) => `“${question}” was answered elsewhere.`,
    aliases: (names: readonly string[]) => `Also called ${names.join(', ')}`,
    leech: 'Leech',
    paused: 'Review paused',
    back: 'Resume',
    more: 'More actions',
    waiting: (minutes: number) => `Next card in ${format.interval(minutes)}`,
    waitingTitle: 'Nothing due right now',
    peek: 'Linked notes',
    peekEmpty: 'This note has no text to show.',
    openNote: 'Open note',
    said: {
      bury: 'Buried until tomorrow.',
      suspend: 'Card suspended.',
      reset: 'Card reset to new.',
      skip: 'Skipped for now.',
      unflag: 'Flag removed.',
      copy: 'Question and answer copied.',
    },
    graded: (question: string, interval: string) => `${question}: in ${interval}`,
    nothing: {
      title: 'Nothing to study',
      all: 'No cards due now.',
      note: 'No cards in this note are due now.',
    },
    done: {
      title: 'Done for now',
      summary: (count: number, reviews: number, time: number) =>
        `${format.counted(count, 'card')}, ${format.counted(reviews, 'review')}, ${format.time(time)}.`,
      again: (again: number, share: number) =>
        again === 0 ? 'No lapses.' : `Again ${format.counted(again, 'time')} (${format.percent(share)}).`,
      next: (tomorrow: number) =>
        tomorrow === 0 ? 'No cards due tomorrow.' : `${format.counted(tomorrow, 'card')} due tomorrow.`,
      retention: (share: number, known: number, of: number) =>
        `True retention today: ${format.percent(share)} (${format.number(known)} of ${format.number(of)})`,
      hard: (grade: string) => `Graded ${grade}`,
      rest: (count: number) => `Study ${format.number(count)} more`,
      undo: 'Undo last review',
      close: 'Close',
    },
  },

  actions: {
    reveal: 'Show answer, then Good',
    all: 'Show full answer',
    again: 'Again',
    hard: 'Hard',
    good: 'Good',
    easy: 'Easy',
    undo: 'Undo',
    redo: 'Redo',
    bury: 'Bury until tomorrow',
    suspend: 'Suspend',
    skip: 'Skip for now',
    flag: 'Flag…',
    reset: 'Reset card…',
    edit: 'Edit note here',
    rewrite: 'Edit text…',
    jump: 'Go to source',
    jumpNew: 'Go to source in a new tab',
    copy: 'Copy question and answer',
    aloud: 'Read aloud',
    type: 'Type answers',
    info: 'Card info',
    keys: 'Keyboard shortcuts',
    close: 'Close',
  },

  keys: {
    title: 'Keyboard shortcuts',
    or: 'or',
    space: 'Space',
    enter: 'Enter',
    escape: 'Esc',
    shift: 'Shift',
  },

  info: infoWords,

  /** As in Anki. */
  flags: {
    1: 'Red',
    2: 'Orange',
    3: 'Green',
    4: 'Blue',
    5: 'Pink',
    6: 'Turquoise',
    7: 'Purple',
  },

  sources: sourceNames,

  /** Why a block produced no card. */
  skipped: {
    'no text of its own': 'no text of its own',
    'only links': 'only links',
    'only metadata': 'only metadata',
    'only a query': 'only a query',
    'only a template': 'only a template',
    'only an introduction': 'only an introduction',
    'nothing written yet': 'nothing written yet',
    'the text says the summary': 'summary repeats the text',
    'a Kanban board': 'a Kanban board',
    'a drawing': 'a drawing',
    'a template': 'a template',
    'heading is on the skip list': 'ignored heading',
    'callout type is on the skip list': 'ignored callout type',
    'callout without a body': 'callout without a body',
    'bold word is on the prose list': 'ignored lead-in',
    'bold text asks nothing': 'bold text without a question',
    'property is empty': 'property is empty',
    'left out by "no cards"': 'excluded by “no cards”',
  },

  due: {
    new: 'new',
    now: 'due',
    learning: 'learning',
    tomorrow: 'tomorrow',
    suspended: 'suspended',
    buried: 'buried',
    aside: 'set aside',
    inDays: (days: number) => `in ${format.days(days)}`,
    on: (day: number) => `on ${format.day(day)}`,
  },

  sidebar: {
    today: 'Today',
    note: 'This note',
    decks: 'Decks',
    indexing: (done: number, of: number) => `Indexing ${format.number(done)} of ${format.number(of)}`,
    starting: 'Reading your history…',
    reading: 'Reading your notes…',
    due: 'due',
    learning: 'learning',
    new: 'new',
    study: 'Study',
    studyNow: (count: number) => `Study ${format.counted(count, 'card')}`,
    nothingDue: 'Nothing due now.',
    minutes: (minutes: number) =>
      minutes === 0 ? 'Less than a minute' : `About ${format.counted(minutes, 'minute')}`,
    siblings: (count: number) =>
      `${count === 1 ? '1 sibling' : `${format.number(count)} siblings`} buried until tomorrow`,
    streak: (days: number) => (days === 0 ? 'No streak yet' : `${format.number(days)}-day streak`),
    forecast: 'Next 7 days',
    forecastDay: (day: string, count: number) => `${day}: ${format.counted(count, 'card')}`,
    choose: 'Choose what to study',
    noNote: 'Open a note to see its cards.',
    untagged: (tag: string) => `This note isn't tagged “${tag}”, so it has no cards.`,
    addTag: 'Make flashcards from it',
    noCards: 'This note has no cards.',
    studyNote: 'Study this note',
    studyLinked: 'With linked notes',
    practice: 'Practice',
    skipped: (count: number) => `Skipped (${format.number(count)})`,
    problems: (count: number) => `Problems (${format.number(count)})`,
    long: (count: number) => `${format.number(count)} words: split it with a subheading or a bold lead-in.`,
    line: (line: number) => `line ${format.number(line)}`,
    cardMenu: 'Actions for this card',
    suspend: 'Suspend',
    deckRoot: 'No deck',
    noDecks: 'No cards yet.',
    collapse: 'Collapse',
    expand: 'Expand',
    toWrite: (count: number) => `Missing notes (${format.number(count)})`,
    mentions: (count: number) => `linked from ${format.counted(count, 'card')}`,
    elsewhere: (path: string) => `found as ${path}`,
    createNote: 'Create note',
    reconnect: (count: number) => `Unmatched history (${format.number(count)})`,
    reconnectOpen: 'Review matches',
    ahead: (count: number) => `Reviews dated in the future (${format.number(count)})`,
    aheadWhat: "A device's clock was ahead. Its next review puts these right.",
    aheadUndo: 'Undo review',
    history: (count: number) => `Problems in review history (${format.number(count)})`,
  },
});
