// Descriptions of problems with a note, a log, a folder, a deck or a schedule, as whole sentences, in English. The core
// refers to them (message.ts) and never writes them out: the UI may use another language. No program parses them: what
// a program needs to know is stored alongside the sentence.

const cardsIn = (count: number): string => (count === 1 ? 'one card' : `${count} cards`);

export const problemWords = {
  note: {
    yaml: (reason: string) => `The properties are not valid YAML: ${reason}`,
    tagsAsText: (tags: string) => `“${tags}” is read as one text, not as tags. Use a list.`,
    tagsElsewhere: (key: string) => `“${key}” holds no tags. Only “tags” does.`,
    conflictCopy: (title: string) => `Conflict copy of “${title}”, so without cards.`,
    tagsTwice: (key: string) => `The property “${key}” appears twice.`,
    noPropertyList: 'The properties are not names and values.',
    unsafeTags: "These tags can't be changed safely. Edit them by hand.",
    notChanged: (line: number, reason: string) => `Nothing was written. Line ${line}: ${reason}`,
    deep: 'Nested too deeply; the innermost is read as plain text.',
    crowded: 'Too many unclosed marks, so this is read as plain text.',
    openFence: 'This code fence is never closed, so all below is code.',
  },
  log: {
    longLine: (limit: number) => `The line has more than ${limit} characters.`,
    nulBytes: 'The line contains NUL bytes, as after a power failure.',
    checksum: (given: string, right: string) => `The checksum is ${given}, but should be ${right}.`,
    notJson: 'The line is not JSON.',
    deepLine: (limit: number) => `The line is nested more than ${limit} levels deep.`,
    noEvent: 'The line is not an event.',
    notAnEvent: (reason: string) => `Not an event: ${reason}`,
    emptyLog: 'Named like a log, but has neither a header nor events.',
    notObject: 'The line is not a JSON object.',
    missing: (field: string) => `“${field}” is missing.`,
    wrongValue: (field: string, value: string) => `“${field}” can't be ${value}.`,
  },
  folder: {
    noHistoryFolder: 'The history needs its own folder.',
    noName: 'A folder needs a name.',
    outside: (folder: string) => `“${folder}” is outside the vault.`,
    leadsOutside: (folder: string, part: string) =>
      `“${folder}” may lead outside the vault. Remove “${part}”.`,
    notSynced: (part: string, sign: string) => `“${part}” starts with “${sign}”. Such folders don't sync.`,
    namelessPart: (folder: string) => `“${folder}” has a part without a name.`,
    notOnWindows: (part: string) => `“${part}” is not a valid folder name on Windows.`,
    badSign: (part: string, sign: string) => `“${part}” contains “${sign}”, not allowed everywhere.`,
    controlSign: (part: string) => `“${part}” contains a character that names can't have.`,
    isFile: (folder: string) => `“${folder}” is a file, not a folder.`,
  },
  storage: {
    notFetched: "iCloud hasn't downloaded it yet.",
    notKept: "Local storage didn't keep what was saved.",
  },
  deck: {
    openQuote: 'This quote is never closed.',
    noQuestion: 'The card has no question.',
    noAnswer: 'The card has no answer.',
    notKept: 'Skipped: a note would read this as something else.',
    extraBelow: 'The extra text goes below in the note; no card shows it.',
    noNote: 'Its note or note type is missing.',
    noFields: 'The note type has no fields.',
    noField: (name: string) => `The template uses the field “${name}”, which does not exist.`,
    openSection: 'A section of the template is never closed.',
    asQuestions: "Each cloze becomes a question, since a note can't hide parts of this text.",
    listed: 'Listed in the note, but not asked.',
    noTag: (tag: string) => `“${tag}” is not a valid tag, so it is skipped.`,
  },
  package: {
    unread: 'This is not an Anki package.',
    broken: 'The package is damaged or incomplete.',
    failed: (reason: string) => `The package can't be read: ${reason}`,
    encrypted: 'The package is encrypted.',
    newer: 'A newer version of Anki wrote this package.',
    tooLarge: (name: string) => `“${name}” unpacks to too much.`,
    damaged: (name: string) => `“${name}” is damaged.`,
    partly: (name: string) => `“${name}” is partly damaged.`,
    badName: (name: string) => `“${name}” is not the name of a file.`,
    twice: (name: string) => `“${name}” appears twice.`,
  },
  schedule: {
    dateRange: (text: string) => `The date in “${text}” is not between 2000 and 2100.`,
    noDate: (date: string, text: string) => `“${date}” in “${text}” is not a date.`,
    noInterval: (text: string) => `The interval in “${text}” is not a number of days.`,
    noEase: (text: string) => `The ease in “${text}” is not a number.`,
    noSchedule: (text: string) => `“${text}” is not a schedule.`,
    noMemory: (text: string) => `“${text}” has no FSRS stability and difficulty.`,
    threeParts: (text: string) => `“${text}” is not a date, an interval and an ease.`,
    emptyComment: 'The comment is empty.',
    unwatched: "The note isn't tagged for flashcards.",
    noCard: 'No card above this schedule.',
    tooMany: (cards: number, nth: number) => `The text has ${cardsIn(cards)}, but this is schedule ${nth}.`,
    secondOne: 'The card above already has a schedule.',
    wholeNote: 'Reviewed as a whole, but no card asks for the note by its title.',
  },
};

export type ProblemWords = typeof problemWords;
