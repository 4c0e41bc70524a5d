// The app's own messages to the user, in English, and the function that builds them.
import { messagesOf } from '../core/text/message.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const inAll = (events: number, devices: number, logs: number): string =>
  `${counted(events, 'event')} from ${counted(devices, 'device')} in ${counted(logs, 'log')}`;

export const appWords = {
  storageFull: (reason: string) => `Storage is full, so reviews go straight to the log: ${reason}`,
  logWaits: (reason: string) =>
    `Your reviews are safe on this device, but can't be written to the log right now: ${reason}`,
  unreadNote: (reason: string) => `The note can't be read: ${reason}`,
  unreadFile: (reason: string) => `The file can't be read: ${reason}`,
  unreadFolder: (reason: string) => `The folder can't be read: ${reason}`,
  late: 'Not read yet: the drive is not responding.',
  largeFile: (megabytes: number, most: number) =>
    `The file is ${megabytes} MB; a log has at most ${most} MB, so it is skipped.`,
  newerFile: 'A newer version of the plugin wrote this file. It is read, but not written to.',
  followed: (folder: string, entries: number) =>
    `Found your review history in “${folder}”: ${counted(entries, 'entry', 'entries')}.`,
  movedTo: (folder: string) => `Your review history has moved to “${folder}”.`,
  foundLogs: (places: string, entries: number) =>
    `Found more review history in ${places}: ${counted(entries, 'entry', 'entries')}.`,
  missingLines: (now: number, before: number) =>
    `Your review history has ${counted(now, 'entry', 'entries')}, down from ${before.toLocaleString('en')} at the last start. Until the rest is back, some cards may look new.`,
  movedAway: (folder: string, reason: string) =>
    `The review history was moved. New reviews go to “${folder}”: ${reason}`,
  raised: (cards: number, days: number) =>
    `The higher retention makes ${counted(cards, 'card')} due sooner, spread over ${counted(days, 'day')}.`,
  raisedToday: (cards: number) => `The higher retention makes ${counted(cards, 'card')} due today.`,
  /** A question with its subject, on one line. */
  prompt: {
    /** The language code; decides how headings are written mid-line. */
    language: 'en',
    inASentence: (title: string) => `${title}, in a sentence`,
    wholeNote: (title: string) => `${title}, the whole note`,
    about: (subject: string, question: string) => `${subject}: ${question}`,
    below: (upper: string, lower: string) => `${upper} › ${lower}`,
    ofType: (question: string, type: string) => `${question} (${type})`,
    nth: (index: number, of: number) => `${index} of ${of}`,
  },
  glued: '“Question::Answer” without spaces now makes a card, too. You can turn this off in the settings.',
  changedNote: 'The note changed while it was being read. Run the import again.',
  /** Why an answer from outside does not count. */
  answer: {
    gone: (id: string) => `There is no card “${id}”.`,
    many: (id: string) => `Several cards have an id that begins with “${id}”.`,
    grade: (grade: string) => `A grade is 1 to 4, not “${grade}”.`,
    resting: 'This card is suspended or buried.',
    late: 'This card was answered since, or another was shown.',
  },
  verify: {
    sound: (events: number, devices: number, logs: number) =>
      `No problems found: ${inAll(events, devices, logs)}.`,
    damaged: (places: number) =>
      `${counted(places, 'place')} in the history can't be read. The rest is fine.`,
    duplicates: (lines: number) => `${counted(lines, 'duplicate line')} counted once.`,
    torn: (lines: number) => `${counted(lines, 'line')} cut off by a crash or a sync, skipped.`,
    orphans: (histories: number) =>
      `${counted(histories, 'history', 'histories')} without a card, kept in case it returns:`,
    orphan: (card: string, reviews: number) => `${card} (${counted(reviews, 'review')})`,
    noQuestion: '(no question)',
    waits: "What can't be read stays in its file and counts once it can be.",
    unchanged: 'This check changed nothing.',
  },
};

export type AppWords = typeof appWords;

export const appMessage = messagesOf<AppWords>('app');
