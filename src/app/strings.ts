// What the app tells a person by itself.

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const inAll = (events: number, devices: number, logs: number): string =>
  `${counted(events, 'event')} of ${counted(devices, 'device')} in ${counted(logs, 'log')}`;

export const appWords = {
  storageFull: (reason: string) =>
    `This device's storage is full, so reviews go straight to the log: ${reason}`,
  logWaits: (reason: string) =>
    `Your reviews are safe on this device, but cannot be written to the log now: ${reason}`,
  notAnEvent: (reason: string) => `Not an event: ${reason}`,
  unreadNote: (reason: string) => `The note cannot be read: ${reason}`,
  unreadFile: (reason: string) => `The file cannot be read: ${reason}`,
  unreadFolder: (reason: string) => `The folder cannot be read: ${reason}`,
  late: 'It has not been read yet: the drive does not answer.',
  largeFile: (megabytes: number, most: number) =>
    `The file has ${megabytes} MB; a log has at most ${most} MB, so it is left out.`,
  newerFile:
    'A newer version of the plugin wrote this file. It is read, but not written to: update the plugin.',
  followed: (folder: string, entries: number) =>
    `Your review history was found in “${folder}” with ${counted(entries, 'entry', 'entries')}. New reviews go there, too.`,
  movedTo: (folder: string) => `Your review history has moved to “${folder}”. New reviews go there, too.`,
  foundLogs: (places: string, entries: number) =>
    `More review history was found in ${places}: ${counted(entries, 'entry', 'entries')}. It counts like the rest.`,
  missingLines: (now: number, before: number, folder: string) =>
    `Your review history has ${counted(now, 'entry', 'entries')}, but had ${before.toLocaleString('en')} at the last start. The whole vault was searched for logs, beyond the folder “${folder}” too. Until the rest is back, some cards may look new.`,
  movedAway: (folder: string, reason: string) =>
    `The review history was moved. It is read where it is, but new reviews go to “${folder}”: ${reason}`,
  raised: (cards: number, days: number) =>
    `The higher retention makes ${counted(cards, 'card')} due sooner, spread over ${counted(days, 'day')}.`,
  raisedToday: (cards: number) => `The higher retention makes ${counted(cards, 'card')} due today.`,
  /** A question with its subject, in one line. */
  prompt: {
    /** The code of the language: headings inside a line are written as it writes them. */
    language: 'en',
    inASentence: (title: string) => `${title}, in a sentence`,
    about: (subject: string, question: string) => `${subject}: ${question}`,
    below: (upper: string, lower: string) => `${upper} › ${lower}`,
    ofType: (question: string, type: string) => `${question} (${type})`,
    nth: (index: number, of: number) => `${index} of ${of}`,
  },
  changedNote: 'The note was changed while it was read; run the import again.',
  verify: {
    sound: (events: number, devices: number, logs: number) =>
      `The history is sound: ${inAll(events, devices, logs)}.`,
    damaged: (places: number, events: number, devices: number, logs: number) =>
      `${counted(places, 'place')} in the history cannot be read; the rest is sound: ${inAll(events, devices, logs)}.`,
    duplicates: (lines: number) => `${counted(lines, 'line')} stood there twice and counted once.`,
    torn: (lines: number) =>
      `${counted(lines, 'line')} had been cut off by a crash or a sync and counted for nothing.`,
    orphans: (histories: number) =>
      `${counted(histories, 'history', 'histories')} wait for their card to come back:`,
    orphan: (card: string, reviews: number) => `${card} (${counted(reviews, 'review')})`,
    noQuestion: '(no question)',
  },
} as const;
