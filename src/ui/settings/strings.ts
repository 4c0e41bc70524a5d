// The words of the settings.
import type { OptionPath } from './options.ts';

export interface OptionWords {
  readonly name: string;
  readonly desc: string;
}

export const groupWords = {
  cards: 'Cards',
  sources: 'Where cards come from',
  marks: 'Marks of clozes and separators',
  limits: 'Each day',
  balance: 'Even days and time off',
  schedule: 'Schedule',
  screen: 'Review and sidebar',
  history: 'History',
} as const;

export const optionWords: Readonly<Record<OptionPath, OptionWords>> = {
  'cards.watch': {
    name: 'Notes that become cards',
    desc: 'Only notes with a tag, or every note of the vault.',
  },
  'cards.tags': {
    name: 'Tags',
    desc: 'Notes with one of these tags become cards. Nested tags count too and name the deck. One on each line.',
  },
  'cards.folders': {
    name: 'Folders',
    desc: 'Notes in these folders become cards without a tag, with all folders below. One on each line.',
  },
  'cards.foldersOff': {
    name: 'Folders left out',
    desc: 'Notes in these folders give no cards, whatever their tags. One on each line.',
  },
  'cards.tagsOff': {
    name: 'Tags left out',
    desc: 'Notes with one of these tags give no cards, whatever else they have. One on each line.',
  },
  'cards.offTag': {
    name: 'Tag that turns cards off',
    desc: 'A note or section with this tag gives no cards.',
  },
  'cards.onlyNotes': {
    name: 'Boards and templates give no cards',
    desc: 'Kanban boards, and notes with marks of Templater or of a template’s title.',
  },
  'cards.blockIds': {
    name: 'Block ids name cards',
    desc: 'A text with a ^block-id keeps its card as long as the id is there, whatever becomes of the text.',
  },
  'cards.summaryKeys': {
    name: 'Summary properties',
    desc: 'Properties that answer “what is this note about?”. One on each line.',
  },
  'cards.skippedHeadings': {
    name: 'Headings without cards',
    desc: 'These headings and all below them give no cards. One on each line.',
  },
  'cards.skippedCallouts': {
    name: 'Callouts without cards',
    desc: 'Callouts of these types give no cards and are shown on none. One on each line.',
  },
  'cards.innerCallouts': {
    name: 'Callouts in columns are cards',
    desc: 'A callout that holds nothing but callouts gives a card for each of them.',
  },
  'cards.clozeContext': {
    name: 'Clozes with context',
    desc: 'A nested item shows its parent items. A long paragraph is asked by the sentence.',
  },
  'cards.titleOnce': {
    name: 'Repeated summary gives one card',
    desc: 'If the text of a note contains its summary, the note asks only one of them by its title.',
  },
  'cards.lineLeadIns': {
    name: 'Lead-ins on each line',
    desc: 'Bold text that opens a line asks for what follows it, also inside a paragraph. One letter, a number or a whole sentence in bold asks nothing.',
  },
  'cards.meantSeparators': {
    name: 'Separators in plain text only',
    desc: 'A separator inside bold, italics or a highlight, or after the name of a field, divides nothing. Lines indented below an item belong to its answer, and a separator alone on its line may have blank lines around it.',
  },
  'cards.proseWords': {
    name: 'Bold words that are no question',
    desc: 'A bold word such as “Note” that opens a paragraph but asks nothing. One on each line.',
  },
  'cards.usefulAnswers': {
    name: 'Leave metadata out of answers',
    desc: 'Fields, dates, navigation, queries and empty items are cut from the ends of an answer. An answer of nothing else becomes no card.',
  },
  'cards.sourcesOff.title': { name: 'Titles', desc: 'The title asks for the text before the first heading.' },
  'cards.sourcesOff.property': {
    name: 'Summaries',
    desc: 'The title asks for the summary in the properties.',
  },
  'cards.sourcesOff.heading': { name: 'Headings', desc: 'A heading asks for the text below it.' },
  'cards.sourcesOff.lead-in': {
    name: 'Bold lead-ins',
    desc: 'Bold words that open a paragraph ask for what follows.',
  },
  'cards.sourcesOff.callout': { name: 'Callouts', desc: 'The title of a callout asks for its text.' },
  'cards.sourcesOff.cloze': { name: 'Clozes', desc: 'A hidden part of a text asks for itself.' },
  'cards.sourcesOff.separator': {
    name: 'Separators',
    desc: 'A question and an answer, parted by one of the marks below.',
  },
  'cards.clozeMarks.highlight': { name: 'Highlights hide', desc: 'As in ==hidden==.' },
  'cards.clozeMarks.bold': { name: 'Bold text hides', desc: 'As in **hidden**.' },
  'cards.clozeMarks.curly': { name: 'Curly brackets hide', desc: 'As in {{hidden}}.' },
  'cards.clozeMarks.anki': {
    name: 'Clozes of Anki hide',
    desc: 'As in {{c1::hidden::hint}}. Those with the same number are one card.',
  },
  'cards.separators.inline': {
    name: 'Separator in a line',
    desc: 'Between question and answer. Leave it empty for none; no two of these marks may be equal.',
  },
  'cards.separators.inlineBoth': {
    name: 'Separator in a line, both ways',
    desc: 'Makes a second card that asks for the question.',
  },
  'cards.separators.block': {
    name: 'Separator on its own line',
    desc: 'The question stands in the lines above it, the answer in those below.',
  },
  'cards.separators.blockBoth': {
    name: 'Separator on its own line, both ways',
    desc: 'The same, both ways.',
  },
  'cards.separators.blockEnd': {
    name: 'End of an answer',
    desc: 'A line that ends an answer, which may then hold blank lines. Empty: the first blank line ends it.',
  },
  'study.newPerDay': { name: 'New cards a day', desc: 'Counted over all your devices.' },
  'study.reviewsPerDay': {
    name: 'Reviews a day',
    desc: 'Due cards that come up in a day, counted over all your devices.',
  },
  'study.newOrder': { name: 'Order of new cards', desc: 'Which new cards come first.' },
  'study.newPlace': { name: 'Place of new cards', desc: 'Where new cards stand among the due ones.' },
  'study.dueOrder': {
    name: 'Order of due cards',
    desc: 'Which due cards come first. It matters where not all of them fit into the day.',
  },
  'study.catchUp': {
    name: 'Catch up after a break',
    desc: 'When more than two days’ worth of reviews is due, cards that you most likely still know come first, so that they are not forgotten too.',
  },
  'study.vacations': {
    name: 'Vacations',
    desc: 'On these days nothing comes up, and what falls due comes after them, spread out: a card waits at most a quarter of its interval longer. Dates such as 2026-12-24 – 2027-01-06, one vacation on each line. Nothing is written into your history.',
  },
  'study.siblingsApart': {
    name: 'Keep siblings apart',
    desc: 'Cards that test the same text do not come up on one day, unless you study their note.',
  },
  'study.asides': {
    name: 'Cards set aside',
    desc: 'Abstracts, long introductions, open questions and the like can hardly be answered. The card list shows them under is:aside.',
  },
  'study.learnAheadMinutes': {
    name: 'Learn ahead',
    desc: 'When nothing else is left, a card you are learning is shown this many minutes early.',
  },
  'schedule.desiredRetention': {
    name: 'Desired retention',
    desc: 'The chance, in percent, that you still know a card when it comes up. Higher means more reviews. From 70 to 99.',
  },
  'schedule.learningSteps': {
    name: 'Learning steps',
    desc: 'When a new card comes back until you know it, such as 1m 10m. Leave it empty to let the schedule decide at once.',
  },
  'schedule.relearningSteps': {
    name: 'Relearning steps',
    desc: 'The same for a card that you have forgotten.',
  },
  'schedule.maximumInterval': {
    name: 'Longest interval',
    desc: 'A card comes back after at most this many days.',
  },
  'schedule.fuzz': {
    name: 'Spread reviews',
    desc: 'Shifts longer intervals by a little, so that cards learned together do not always come together.',
  },
  'schedule.balance': {
    name: 'Even out days',
    desc: 'Within that shift, cards go to days that have fewer of them, and not to the day of a card that tests the same text.',
  },
  'schedule.easyDays': {
    name: 'Easy days of the week',
    desc: 'Days that get fewer cards, or none, as far as the shift of an interval can tell. Intervals of one or two days are not shifted.',
  },
  'schedule.weights': {
    name: 'Weights',
    desc: 'The 17, 19 or 21 numbers of an FSRS optimizer. Leave it empty for those that FSRS comes with.',
  },
  'schedule.rolloverHour': {
    name: 'Start of the day',
    desc: 'The hour, from 0 to 23, at which a new day of study begins.',
  },
  'schedule.leechLapses': {
    name: 'Leeches',
    desc: 'A card that you have forgotten this often is marked as a leech. 0 marks none.',
  },
  'general.openReviewsIn': { name: 'Open reviews in', desc: 'The screen is the same everywhere.' },
  'general.longAnswers': {
    name: 'Long answers',
    desc: 'How an answer of more than 80 words opens. “First paragraph” can be graded at once; the rest opens on a key or a tap.',
  },
  'general.stepByStep': {
    name: 'Show all answers step by step',
    desc: 'Each press shows the next paragraph or list item.',
  },
  'general.swipe': {
    name: 'Grade by a swipe',
    desc: 'On a touch screen: a swipe shows the answer; then to the right is good, to the left is again.',
  },
  'general.noticeOnSave': {
    name: 'Notice on save',
    desc: 'Tells how many cards a note has when you save it.',
  },
  'general.statusBar': {
    name: 'Count in the status bar',
    desc: 'How many cards wait today. On the desktop only.',
  },
  'general.folder': {
    name: 'Folder of the history',
    desc: 'Where your reviews are written down. The notes in it are safe to sync; names that begin with . or _ are not synced, so they are refused. Uninstalling the plugin leaves it, and every note, as it is.',
  },
};

export const choiceWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cards.watch': { tagged: 'Notes with a tag', all: 'All notes' },
  'study.newOrder': { prerequisites: 'What is needed first', note: 'Note by note', random: 'Random' },
  'study.newPlace': { mixed: 'Mixed', before: 'Before the due ones', after: 'After the due ones' },
  'study.dueOrder': {
    need: 'Most likely forgotten first',
    kept: 'Most likely still known first',
    due: 'Due the longest first',
    random: 'Random',
  },
  'study.asides': { listed: 'Not asked', asked: 'Asked' },
  'schedule.easyDays': { normal: 'As many as others', fewer: 'Fewer', none: 'None' },
  'general.longAnswers': { first: 'First paragraph', steps: 'Step by step', whole: 'Whole' },
  'general.openReviewsIn': { modal: 'A window', sidebar: 'The sidebar', tab: 'A tab' },
};
