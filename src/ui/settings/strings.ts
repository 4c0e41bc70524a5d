// Strings for the settings.
import type { OptionPath } from './options.ts';

export interface OptionWords {
  readonly name: string;
  readonly desc: string;
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
    desc: 'Only tagged notes, or every note in the vault.',
  },
  'cards.tags': {
    name: 'Tags',
    desc: 'Notes with one of these tags become cards. Nested tags count too and name the deck.',
  },
  'cards.folders': {
    name: 'Folders',
    desc: 'Notes in these folders and their subfolders become cards without a tag.',
  },
  'cards.foldersOff': {
    name: 'Excluded folders',
    desc: 'Notes in these folders make no cards, whatever their tags.',
  },
  'cards.tagsOff': {
    name: 'Excluded tags',
    desc: 'Notes with one of these tags make no cards, whatever else they have.',
  },
  'cards.offTag': {
    name: 'Opt-out tag',
    desc: 'A note or section with this tag makes no cards.',
  },
  'cards.onlyNotes': {
    name: 'Skip boards and templates',
    desc: 'Kanban boards and templates.',
  },
  'cards.blockIds': {
    name: 'Use block IDs as card IDs',
    desc: 'A block with a ^block-id keeps its card, however the text changes.',
  },
  'cards.summaryKeys': {
    name: 'Summary properties',
    desc: 'Properties that answer “What is this note about?”',
  },
  'cards.skippedHeadings': {
    name: 'Ignored headings',
    desc: 'These headings and everything below them make no cards.',
  },
  'cards.skippedCallouts': {
    name: 'Ignored callouts',
    desc: 'Callouts of these types make no cards and are never shown on one.',
  },
  'cards.innerCallouts': {
    name: 'Callouts in columns',
    desc: 'A callout that contains only callouts makes a card for each of them.',
  },
  'cards.clozeContext': {
    name: 'Cloze context',
    desc: 'A nested item shows its parents; a long paragraph is asked by sentence.',
  },
  'cards.titleOnce': {
    name: 'One card for a repeated summary',
    desc: 'If the text of a note contains its summary, the title asks for only one of them.',
  },
  'cards.lineLeadIns': {
    name: 'Lead-ins on every line',
    desc: 'Bold text at the start of a line makes a card, even inside a paragraph.',
  },
  'cards.meantSeparators': {
    name: 'Separators in plain text only',
    desc: 'Ignores separators inside bold, italics or a highlight, and after a field name.',
  },
  'cards.gluedSeparators': {
    name: 'Separators without spaces',
    desc: 'Makes a card of “Capital::Paris” too, not only of “Capital :: Paris”.',
  },
  'cards.noteTags': {
    name: 'Whole notes',
    desc: 'Notes with one of these tags are asked as a whole: you read the note and grade how well you knew it.',
  },
  'cards.wideTables': {
    name: 'Wide tables',
    desc: 'What tables with three or more columns ask.',
  },
  'cards.reversed': {
    name: 'Reversed cards',
    desc: 'The text of a term also asks for the term. For one note: property “reversed”.',
  },
  'cards.proseWords': {
    name: 'Ignored lead-ins',
    desc: 'Bold words such as “Note” that start a paragraph but make no card.',
  },
  'cards.usefulAnswers': {
    name: 'Trim metadata from answers',
    desc: 'Removes fields, dates, navigation and queries around an answer.',
  },
  'cards.sourcesOff.title': {
    name: 'Titles',
    desc: 'The note title asks for the text before the first heading.',
  },
  'cards.sourcesOff.property': {
    name: 'Summaries',
    desc: 'The note title asks for the summary in the properties.',
  },
  'cards.sourcesOff.heading': { name: 'Headings', desc: 'A heading asks for the text below it.' },
  'cards.sourcesOff.lead-in': {
    name: 'Bold lead-ins',
    desc: 'Bold words at the start of a paragraph ask for the rest.',
  },
  'cards.sourcesOff.callout': { name: 'Callouts', desc: 'The title of a callout asks for its text.' },
  'cards.sourcesOff.cloze': { name: 'Clozes', desc: 'Hides part of a sentence.' },
  'cards.sourcesOff.separator': {
    name: 'Separators',
    desc: 'A question and an answer, divided by one of the separators below.',
  },
  'cards.sourcesOff.occlusion': {
    name: 'Image occlusion',
    desc: 'Boxes that you draw on pictures hide what you are asked for.',
  },
  'cards.sourcesOff.table': { name: 'Tables', desc: 'The first cell of a row asks for the others.' },
  'cards.sourcesOff.note': {
    name: 'Whole notes',
    desc: 'A note with one of the tags for whole notes is one card.',
  },
  'cards.clozeMarks.highlight': { name: 'Highlights as clozes', desc: 'As in ==hidden==.' },
  'cards.clozeMarks.bold': { name: 'Bold text as clozes', desc: 'As in **hidden**.' },
  'cards.clozeMarks.curly': { name: 'Curly brackets as clozes', desc: 'As in {{hidden}}.' },
  'cards.clozeMarks.anki': {
    name: 'Anki clozes',
    desc: 'As in {{c1::hidden::hint}}. Clozes with the same number make one card.',
  },
  'cards.separators.inline': {
    name: 'Inline separator',
    desc: 'Between question and answer on one line. Leave empty to turn off.',
  },
  'cards.separators.inlineBoth': {
    name: 'Inline separator, reversed',
    desc: 'Also makes a reversed card.',
  },
  'cards.separators.block': {
    name: 'Multiline separator',
    desc: 'On its own line: question above, answer below.',
  },
  'cards.separators.blockBoth': {
    name: 'Multiline separator, reversed',
    desc: 'Also makes a reversed card.',
  },
  'cards.separators.blockEnd': {
    name: 'End of answer',
    desc: 'A line that ends a multiline answer. If empty, the first blank line ends it.',
  },
  'study.newPerDay': { name: 'New cards per day', desc: 'Counted across all your devices.' },
  'study.reviewsPerDay': {
    name: 'Maximum reviews per day',
    desc: 'Due cards shown per day, counted across all your devices.',
  },
  'study.newOrder': { name: 'New card order', desc: 'Which new cards come first.' },
  'study.newPlace': { name: 'New/review order', desc: 'When new cards are shown relative to reviews.' },
  'study.dueOrder': {
    name: 'Review order',
    desc: 'Which due cards come first.',
  },
  'study.catchUp': {
    name: 'Backlog mode',
    desc: 'When more than two days’ worth of reviews is due, cards you most likely still know come first.',
  },
  'study.vacations': {
    name: 'Vacations',
    desc: 'No cards on these days; those due are spread out afterward. One vacation per line: 2026-12-24 – 2027-01-06.',
  },
  'study.siblingsApart': {
    name: 'Bury siblings',
    desc: "Cards that test the same text aren't shown on the same day.",
  },
  'study.asides': {
    name: 'Set-aside cards',
    desc: 'Abstracts, long introductions and open questions. Find them in the card list with is:aside.',
  },
  'study.learnAheadMinutes': {
    name: 'Learn-ahead limit',
    desc: 'When nothing else is left, learning cards come up to this many minutes early.',
  },
  'schedule.desiredRetention': {
    name: 'Desired retention',
    desc: 'The chance, in percent, that you recall a card when it is due. Higher means more reviews.',
  },
  'schedule.learningSteps': {
    name: 'Learning steps',
    desc: 'Delays before a new card graduates, such as 1m 10m. Empty: FSRS schedules it right away.',
  },
  'schedule.relearningSteps': {
    name: 'Relearning steps',
    desc: 'The same, after a lapse.',
  },
  'schedule.maximumInterval': {
    name: 'Maximum interval',
    desc: 'The longest wait between two reviews, in days.',
  },
  'schedule.fuzz': {
    name: 'Fuzz',
    desc: 'Shifts longer intervals slightly, so that cards learned together drift apart.',
  },
  'schedule.balance': {
    name: 'Balance daily load',
    desc: 'Within that shift, cards move to days with fewer cards.',
  },
  'schedule.easyDays': {
    name: 'Easy days',
    desc: 'Days with fewer cards, or none, as far as fuzz allows.',
  },
  'schedule.weights': {
    name: 'FSRS parameters',
    desc: 'The 17, 19 or 21 numbers from an FSRS optimizer. Leave empty for the defaults.',
  },
  'schedule.rolloverHour': {
    name: 'Next day starts at',
    desc: 'The hour, from 0 to 23, when a new study day begins.',
  },
  'schedule.leechLapses': {
    name: 'Leech threshold',
    desc: 'Lapses before a card is marked as a leech. 0 turns this off.',
  },
  'study.suspendLeeches': {
    name: 'Suspend leeches',
    desc: 'A card is suspended when it becomes a leech.',
  },
  'general.openReviewsIn': { name: 'Open reviews in', desc: 'The review looks the same everywhere.' },
  'general.ribbon': { name: 'Ribbon icon', desc: 'What a click does.' },
  'general.remindAt': {
    name: 'Remind at',
    desc: 'A time such as 18:30, or empty. Once a day if cards are due; not on vacations and easy days without reviews.',
  },
  'general.remindCount': {
    name: 'Remind from so many due cards',
    desc: 'Once a day, too. 0 turns this off.',
  },
  'general.longAnswers': {
    name: 'Long answers',
    desc: 'How answers of more than 80 words open.',
  },
  'general.stepByStep': {
    name: 'Show all answers step by step',
    desc: 'Each press shows the next paragraph or list item.',
  },
  'general.typed': {
    name: 'Type answers',
    desc: 'Short ones are compared, long ones become points to tick. Nothing you type is stored.',
  },
  'general.typedStrict': { name: 'Exact spelling', desc: 'Case, accents and punctuation count, too.' },
  'general.twoButtons': { name: 'Two grades only', desc: 'Offers Again and Good, without Hard and Easy.' },
  'general.swipe': {
    name: 'Swipe to grade',
    desc: 'On touch screens: swipe to show the answer, then right for Good or left for Again.',
  },
  'general.readAloud': {
    name: 'Read aloud',
    desc: "In a review, a key reads what is shown, with the system's voices or a recording in the card.",
  },
  'general.readSymbols': { name: 'Read formulas and code', desc: 'Otherwise they are skipped.' },
  'general.deckLanguages': {
    name: 'Languages for reading aloud',
    desc: "A deck and its language per line: “Spanish: es”. A note's own: property “lang”.",
  },
  'general.blurNote': {
    name: 'Blur the open note',
    desc: 'Blurs the note beside the review until the answer is shown. Click into it to read it.',
  },
  'general.noticeOnSave': {
    name: 'Notice on save',
    desc: 'Shows how many cards a note has when you save it.',
  },
  'general.statusBar': {
    name: 'Count in status bar',
    desc: 'How many cards are left to study today. Desktop only.',
  },
  'general.folder': {
    name: 'History folder',
    desc: "Where your reviews are stored. Names that start with . or _ don't sync, so they are refused.",
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
