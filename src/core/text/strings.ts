// Descriptions of problems with a note, a log, a folder, a deck or a schedule, as whole sentences, in English. The core
// refers to them (message.ts) and never writes them out: the UI may use another language. No program parses them: what
// a program needs to know is stored alongside the sentence.

const cardsIn = (count: number): string => (count === 1 ? 'one card' : `${count} cards`);

export const problemWords = {
  note: {
    yaml: (reason: string) => `The properties are not valid YAML: ${reason}`,
    tagsAsText: (tags: string) =>
      `Obsidian reads “${tags}” as one text, not as tags. Several tags need a list.`,
    tagsElsewhere: (key: string) => `Obsidian does not read “${key}” as tags. Only “tags” counts.`,
    conflictCopy: (title: string) => `This is a conflict copy of “${title}”, so it has no cards.`,
    tagsTwice: (key: string) => `The property “${key}” appears twice.`,
    noPropertyList: 'The properties are not a list of names and values.',
    unsafeTags: "These tags can't be changed safely. Edit them by hand.",
    notChanged: (line: number, reason: string) => `Nothing was written. Line ${line}: ${reason}`,
    deep: 'Quotes or lists are nested too deeply here; the innermost are read as plain text.',
    crowded: 'Too many marks in this paragraph are never closed, so it is read as plain text.',
    openFence: 'This code fence is never closed, so everything after it is code.',
  },
  log: {
    longLine: (limit: number) => `The line has more than ${limit} characters.`,
    nulBytes: 'The line contains NUL bytes, as after a power failure.',
    checksum: (given: string, right: string) => `The checksum is ${given}, but should be ${right}.`,
    notJson: 'The line is not JSON.',
    deepLine: (limit: number) => `The line is nested more than ${limit} levels deep.`,
    noEvent: 'The line is not an event.',
    notAnEvent: (reason: string) => `Not an event: ${reason}`,
    emptyLog: 'The file is named like a log, but has neither a header nor events.',
    notObject: 'The line is not a JSON object.',
    missing: (field: string) => `“${field}” is missing.`,
    wrongValue: (field: string, value: string) => `“${field}” can't be ${value}.`,
  },
  folder: {
    noHistoryFolder: 'The history needs its own folder. Enter a name.',
    noName: 'A folder needs a name.',
    outside: (folder: string) => `“${folder}” is outside the vault. Enter a folder inside it.`,
    leadsOutside: (folder: string, part: string) =>
      `“${folder}” may lead outside the vault. Remove “${part}”.`,
    notSynced: (part: string, sign: string) =>
      `“${part}” starts with “${sign}”. Such folders don't sync, so your reviews would be missing on other devices.`,
    namelessPart: (folder: string) => `“${folder}” has a part without a name.`,
    notOnWindows: (part: string) => `“${part}” is not a valid folder name on Windows.`,
    badSign: (part: string, sign: string) =>
      `“${part}” contains “${sign}”, which some devices don't allow in names.`,
    controlSign: (part: string) => `“${part}” contains a character that names can't have.`,
    isFile: (folder: string) => `“${folder}” is a file, not a folder.`,
  },
  storage: {
    notFetched: "iCloud hasn't downloaded it yet.",
    notKept: "Local storage didn't keep what was saved.",
  },
  deck: {
    openQuote: 'The quote that opens here is never closed.',
    noQuestion: 'The card has no question.',
    noAnswer: 'The card has no answer.',
    notKept: 'A note would read this row as something else, so it is skipped.',
    extraBelow: 'The extra text of this cloze goes below it in the note; no card shows it.',
    noNote: 'Its note or note type is missing.',
    noFields: 'The note type has no fields.',
    noField: (name: string) => `The template uses the field “${name}”, which does not exist.`,
    openSection: 'A section of the template is never closed.',
    asQuestions: 'A note cannot hide parts of this text, so each cloze becomes a question.',
    listed: 'The note lists this card, but does not ask it.',
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
    noCard: 'No card found above this schedule.',
    tooMany: (cards: number, nth: number) => `The text has ${cardsIn(cards)}, but this is schedule ${nth}.`,
    secondOne: 'The card above already has a schedule.',
    wholeNote: 'The note was reviewed as a whole, but no card asks for it by its title.',
  },
};

export type ProblemWords = typeof problemWords;
