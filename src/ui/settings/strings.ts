// Strings for the settings.
import type { OptionPath } from './options.ts';

export interface OptionWords {
  readonly name: string;
  /** Missing where the name says it all. */
  readonly desc?: string;
}

export const groupWords = {
  cards: 'Cards',
  sources: 'Card sources',
  marks: 'Card syntax',
  limits: 'Daily limits',
  balance: 'Load balancing and vacations',
  schedule: 'Schedule',
  screen: 'Review and sidebar',
  history: 'History',
};

export const optionWords: Readonly<Record<OptionPath, OptionWords>> = {
  'cards.watch': {
    name: 'Make cards from',
    desc: 'Tagged notes only, or every note.',
  },
  'cards.tags': {
    name: 'Tags',
    desc: 'Nested tags name the deck.',
  },
  'cards.folders': {
    name: 'Folders',
    desc: 'Notes in these need no tag.',
  },
  'cards.foldersOff': {
    name: 'Excluded folders',
  },
  'cards.tagsOff': {
    name: 'Excluded tags',
  },
  'cards.offTag': {
    name: 'Opt-out tag',
    desc: 'Notes and sections with it make no cards.',
  },
  'cards.onlyNotes': {
    name: 'Skip boards and templates',
  },
  'cards.blockIds': {
    name: 'Use block IDs as card IDs',
    desc: 'With ^id, a changed text stays its card.',
  },
  'cards.summaryKeys': {
    name: 'Summary properties',
    desc: 'Properties that say what a note is about.',
  },
  'cards.skippedHeadings': {
    name: 'Ignored headings',
  },
  'cards.skippedCallouts': {
    name: 'Ignored callouts',
  },
  'cards.innerCallouts': {
    name: 'Callouts in columns',
    desc: 'A callout of only callouts makes a card for each.',
  },
  'cards.clozeContext': {
    name: 'Cloze context',
    desc: 'Nested items show their parents; long paragraphs ask by sentence.',
  },
  'cards.titleOnce': {
    name: 'One card for a repeated summary',
  },
  'cards.lineLeadIns': {
    name: 'Lead-ins on every line',
  },
  'cards.meantSeparators': {
    name: 'Separators in plain text only',
  },
  'cards.gluedSeparators': {
    name: 'Separators without spaces',
    desc: 'As in Capital::Paris.',
  },
  'cards.noteTags': {
    name: 'Whole notes',
    desc: 'Notes with these tags are asked as a whole.',
  },
  'cards.wideTables': {
    name: 'Wide tables',
    desc: 'What tables with three or more columns ask.',
  },
  'cards.reversed': {
    name: 'Reversed cards',
    desc: 'The text also asks for the term. For a note: property “reversed”.',
  },
  'cards.proseWords': {
    name: 'Ignored lead-ins',
    desc: 'Such as “Note”.',
  },
  'cards.usefulAnswers': {
    name: 'Trim metadata from answers',
    desc: 'Fields, dates, links.',
  },
  'cards.sourcesOff.title': {
    name: 'Titles',
    desc: 'The note title asks for the text before any heading.',
  },
  'cards.sourcesOff.property': {
    name: 'Summaries',
    desc: 'The note title asks for the summary property.',
  },
  'cards.sourcesOff.heading': { name: 'Headings' },
  'cards.sourcesOff.lead-in': {
    name: 'Bold lead-ins',
    desc: 'Bold words that start a paragraph ask for the rest.',
  },
  'cards.sourcesOff.callout': { name: 'Callouts' },
  'cards.sourcesOff.cloze': { name: 'Clozes' },
  'cards.sourcesOff.separator': {
    name: 'Separators',
    desc: 'Question and answer, divided by a separator below.',
  },
  'cards.sourcesOff.occlusion': {
    name: 'Image occlusion',
    desc: 'Boxes that you draw on pictures hide what is asked.',
  },
  'cards.sourcesOff.table': { name: 'Tables' },
  'cards.sourcesOff.note': {
    name: 'Whole notes',
    desc: 'A note with a tag for whole notes is one card.',
  },
  'cards.clozeMarks.highlight': { name: 'Highlights as clozes', desc: 'As in ==hidden==.' },
  'cards.clozeMarks.bold': { name: 'Bold text as clozes', desc: 'As in **hidden**.' },
  'cards.clozeMarks.curly': { name: 'Curly brackets as clozes', desc: 'As in {{hidden}}.' },
  'cards.clozeMarks.anki': {
    name: 'Anki clozes',
    desc: 'As in {{c1::hidden::hint}}. Same number, same card.',
  },
  'cards.separators.inline': {
    name: 'Inline separator',
    desc: 'Between question and answer on one line. Empty: off.',
  },
  'cards.separators.inlineBoth': {
    name: 'Inline separator, reversed',
  },
  'cards.separators.block': {
    name: 'Multiline separator',
    desc: 'On its own line between question and answer.',
  },
  'cards.separators.blockBoth': {
    name: 'Multiline separator, reversed',
  },
  'cards.separators.blockEnd': {
    name: 'End of answer',
    desc: 'Ends a multiline answer. Empty: a blank line does.',
  },
  'study.newPerDay': { name: 'New cards per day' },
  'study.reviewsPerDay': {
    name: 'Maximum reviews per day',
  },
  'study.newOrder': { name: 'New card order' },
  'study.newPlace': { name: 'New/review order' },
  'study.dueOrder': {
    name: 'Review order',
  },
  'study.catchUp': {
    name: 'Backlog mode',
    desc: "With two days' worth due, known cards come first.",
  },
  'study.vacations': {
    name: 'Vacations',
    desc: 'Days without cards, one per line: 2026-12-24 – 2027-01-06.',
  },
  'study.siblingsApart': {
    name: 'Bury siblings',
    desc: 'Cards of the same text come on different days.',
  },
  'study.asides': {
    name: 'Set-aside cards',
    desc: 'Abstracts and such. In the card list: is:aside.',
  },
  'study.learnAheadMinutes': {
    name: 'Learn-ahead limit',
    desc: 'Minutes that learning cards may come early.',
  },
  'schedule.desiredRetention': {
    name: 'Desired retention',
    desc: 'Chance to recall a due card, in percent.',
  },
  'schedule.learningSteps': {
    name: 'Learning steps',
    desc: 'Delays of new cards, such as 1m 10m. Empty: FSRS at once.',
  },
  'schedule.relearningSteps': {
    name: 'Relearning steps',
  },
  'schedule.maximumInterval': {
    name: 'Maximum interval',
    desc: 'In days.',
  },
  'schedule.fuzz': {
    name: 'Fuzz',
    desc: 'Shifts longer intervals slightly.',
  },
  'schedule.balance': {
    name: 'Balance daily load',
    desc: 'Moves cards to days with fewer.',
  },
  'schedule.easyDays': {
    name: 'Easy days',
    desc: 'Days with fewer cards or none, if fuzz allows.',
  },
  'schedule.weights': {
    name: 'FSRS parameters',
    desc: '17, 19 or 21 numbers. Empty: the defaults.',
  },
  'schedule.rolloverHour': {
    name: 'Next day starts at',
    desc: 'The hour, from 0 to 23.',
  },
  'schedule.leechLapses': {
    name: 'Leech threshold',
    desc: 'Lapses until a card is a leech. 0: off.',
  },
  'study.suspendLeeches': {
    name: 'Suspend leeches',
  },
  'general.openReviewsIn': { name: 'Open reviews in' },
  'general.ribbon': { name: 'Ribbon icon' },
  'general.remindAt': {
    name: 'Remind at',
    desc: 'Such as 18:30, or empty. Once a day if cards are due.',
  },
  'general.remindCount': {
    name: 'Remind from so many due cards',
    desc: '0: off.',
  },
  'general.longAnswers': {
    name: 'Long answers',
    desc: 'How answers of more than 80 words open.',
  },
  'general.stepByStep': {
    name: 'Show all answers step by step',
    desc: 'Each press shows one more paragraph or item.',
  },
  'general.typed': {
    name: 'Type answers',
    desc: 'Nothing you type is stored.',
  },
  'general.typedStrict': { name: 'Exact spelling', desc: 'Case, accents and punctuation count.' },
  'general.twoButtons': { name: 'Two grades only', desc: 'Again and Good.' },
  'general.swipe': {
    name: 'Swipe to grade',
    desc: 'The answer first. Right: Good; left: Again.',
  },
  'general.readAloud': {
    name: 'Read aloud',
    desc: 'A key reads what is shown.',
  },
  'general.readSymbols': { name: 'Read formulas and code', desc: 'Otherwise they are skipped.' },
  'general.deckLanguages': {
    name: 'Languages for reading aloud',
    desc: 'One per line: “Spanish: es”. For a note: property “lang”.',
  },
  'general.blurNote': {
    name: 'Blur the open note',
    desc: 'Until the answer is shown.',
  },
  'general.margin': {
    name: 'Show memory beside cards',
    desc: 'Shows in notes how well you know each card.',
  },
  'general.noticeOnSave': {
    name: 'Notice on save',
    desc: 'How many cards a note has.',
  },
  'general.statusBar': {
    name: 'Count in status bar',
  },
  'general.folder': {
    name: 'History folder',
    desc: 'Where your reviews are stored.',
  },
};

export const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cards.watch': { tagged: 'Tagged notes', all: 'All notes' },
  'cards.reversed': { off: 'Off', on: 'On' },
  'cards.wideTables': { off: 'Nothing', rows: 'Row by row', cells: 'Cell by cell' },
  'study.newOrder': { prerequisites: 'Prerequisites first', note: 'Note by note', random: 'Random' },
  'study.newPlace': { mixed: 'Mix', before: 'New first', after: 'Reviews first' },
  'study.dueOrder': {
    need: 'Lowest retrievability',
    kept: 'Highest retrievability',
    due: 'Oldest due date',
    random: 'Random',
  },
  'study.asides': { listed: 'Skip', asked: 'Ask' },
  'schedule.easyDays': { normal: 'Normal', fewer: 'Reduced', none: 'None' },
  'general.longAnswers': { first: 'First paragraph', steps: 'Step by step', whole: 'All at once' },
  'general.readAloud': {
    off: 'Only on request',
    question: 'Question',
    answer: 'Answer',
    both: 'Question and answer',
  },
  'general.typed': { off: 'Off', short: 'Short answers', all: 'All answers' },
  'general.openReviewsIn': { modal: 'Dialog', sidebar: 'Sidebar', tab: 'Tab' },
  'general.ribbon': { sidebar: 'Open sidebar', review: 'Review due cards' },
};
