// What is wrong with a note, a log, a folder, a deck or a schedule, as whole sentences. Ask for one when it is told:
// the app lays its language over them (locale/language.ts), and what was asked for before stays English. No word of
// these is for programs: what a program has to know stands beside the sentence.

const cardsIn = (count: number): string => (count === 1 ? 'one card' : `${count} cards`);

export const problemWords = {
  note: {
    yaml: (reason: string) => `The properties are not valid YAML: ${reason}`,
    tagsAsText: (tags: string) =>
      `Obsidian reads “${tags}” as one text, which is no tag. Several tags need a list.`,
    tagsElsewhere: (key: string) => `Obsidian does not read “${key}” as tags. Only “tags” counts.`,
    conflictCopy: (title: string) => `This is a conflict copy of “${title}”, so it gives no cards.`,
    tagsTwice: (key: string) => `The property “${key}” is there twice.`,
    noPropertyList: 'The properties are not a list of names and values.',
    unsafeTags: 'The tags are written in a way that cannot be changed safely. Change them by hand.',
    notChanged: (line: number, reason: string) => `Nothing was written. Line ${line}: ${reason}`,
    deep: 'Quotes or lists are nested too deeply here, so what is deeper is read as plain text.',
    crowded:
      'This paragraph has too many marks that open something and never close it, so it is read as plain text.',
    openFence: 'This code fence is never closed, so all that follows is code.',
  },
  log: {
    longLine: (limit: number) => `The line has more than ${limit} characters.`,
    nulBytes: 'The line holds NUL bytes, as a disk leaves them after a power cut.',
    checksum: (given: string, right: string) => `The checksum is ${given}, but the line gives ${right}.`,
    notJson: 'The line is not JSON.',
    deepLine: (limit: number) => `The line is nested more than ${limit} levels deep.`,
    noEvent: 'The line is no event.',
    emptyLog: 'The file has the name of a log, but neither header nor events.',
    notObject: 'The line is not a JSON object.',
    missing: (field: string) => `“${field}” is missing.`,
    /** `expected` is one of those below. */
    wrongValue: (field: string, value: string, expected: string) =>
      `“${field}” is ${value}, but must be ${expected}.`,
  },
  expected: {
    eventId: 'a device, a dot and a number',
    time: 'a time between 2000 and 2100',
    batch: 'the name of a batch',
    cardId: 'an id of 1 to 100 characters',
    text: 'a text',
    day: 'a day between 2000 and 2100',
    grade: 'a grade from 1 to 4',
    answerTime: 'a time to answer in milliseconds',
    zone: 'minutes east of UTC',
    fieldName: 'the name of a field',
    name: 'a name',
    stability: 'a stability in days',
    difficulty: 'a difficulty from 1 to 10',
    dueDay: 'a day',
    count: 'a count',
    trueOrFalse: 'true or false',
    dayOrNull: 'a day, or null',
    flag: 'a flag from 0 to 7',
    onlyTrue: 'true',
    memory: 'an imported memory',
  },
  folder: {
    noHistoryFolder: 'The history needs a folder of its own: give it a name.',
    noName: 'A folder needs a name.',
    outside: (folder: string) => `“${folder}” is outside the vault: give a folder inside it.`,
    leadsOutside: (folder: string, part: string) =>
      `“${folder}” may lead outside the vault: leave out “${part}”.`,
    notSynced: (part: string, sign: string) =>
      `“${part}” begins with “${sign}”: such folders are never synced, so other devices would miss your reviews.`,
    namelessPart: (folder: string) => `“${folder}” has a part without a name.`,
    notOnWindows: (part: string) => `“${part}” is no name for a folder on Windows.`,
    badSign: (part: string, sign: string) =>
      `“${part}” holds the character “${sign}”, which not every device allows in a name.`,
    controlSign: (part: string) => `“${part}” holds a character that no name can have.`,
    isFile: (folder: string) => `“${folder}” is a file, not a folder.`,
  },
  storage: {
    notFetched: 'iCloud has not fetched it yet.',
    notKept: 'local storage did not keep what was saved',
  },
  deck: {
    openQuote: 'A quote opens here and is never closed.',
    noQuestion: 'The card has no question.',
    noAnswer: 'The card has no answer.',
    notKept: 'This row would be read as something else in a note, so it is left out.',
    extraBelow: 'The extra text of this cloze goes below it in the note. No card shows it.',
    noTag: (tag: string) => `The tag “${tag}” cannot be a tag of the note and is left out.`,
  },
  schedule: {
    dateRange: (text: string) => `The date in “${text}” is not between 2000 and 2100.`,
    noDate: (date: string, text: string) => `“${date}” in “${text}” is not a date.`,
    noInterval: (text: string) => `The interval in “${text}” is not a number of days.`,
    noEase: (text: string) => `The ease in “${text}” is not a number.`,
    noSchedule: (text: string) => `“${text}” is no schedule.`,
    noMemory: (text: string) => `“${text}” holds no stability and difficulty of FSRS.`,
    threeParts: (text: string) => `“${text}” is not a date, an interval and an ease.`,
    emptyComment: 'The comment is empty.',
    unwatched: 'The note has no tag of a watched note.',
    noCard: 'No card stands above this schedule.',
    tooMany: (cards: number, nth: number) => `The text has ${cardsIn(cards)}, and this is schedule ${nth}.`,
    secondOne: 'The card above has a schedule already.',
    wholeNote: 'The note was reviewed as a whole, and no card asks for it by its title.',
  },
} as const;
