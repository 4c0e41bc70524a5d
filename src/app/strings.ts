// The app's own messages to the user, in English, and the function that builds them.
import { messagesOf } from '../core/text/message.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const inAll = (events: number, devices: number, logs: number): string =>
  `${counted(events, 'event')} from ${counted(devices, 'device')} in ${counted(logs, 'log')}`;

export const appWords = {
  storageFull: (reason: string) => `Storage is full, so reviews go straight to the log: ${reason}`,
  logWaits: (reason: string) => `Your reviews are safe on this device, but not in the log yet: ${reason}`,
  unreadNote: (reason: string) => `The note can't be read: ${reason}`,
  unreadFile: (reason: string) => `The file can't be read: ${reason}`,
  unreadFolder: (reason: string) => `The folder can't be read: ${reason}`,
  late: 'Not read yet: the drive is not responding.',
  largeFile: (megabytes: number, most: number) => `Skipped: ${megabytes} MB; a log has at most ${most} MB.`,
  newerFile: 'From a newer version: read, but not written to.',
  followed: (folder: string, entries: number) =>
    `Review history found in “${folder}”: ${counted(entries, 'entry', 'entries')}.`,
  movedTo: (folder: string) => `Your review history has moved to “${folder}”.`,
  foundLogs: (places: string, entries: number) =>
    `More review history in ${places}: ${counted(entries, 'entry', 'entries')}.`,
  missingLines: (now: number, before: number) =>
    `Review history: ${counted(now, 'entry', 'entries')}, down from ${before.toLocaleString('en')}. Some cards may look new.`,
  movedAway: (folder: string, reason: string) =>
    `Review history moved. New reviews go to “${folder}”: ${reason}`,
  raised: (cards: number, days: number) =>
    `${counted(cards, 'card')} due sooner, spread over ${counted(days, 'day')}.`,
  raisedToday: (cards: number) => `${counted(cards, 'card')} now due today.`,
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
  glued: '“Question::Answer” without spaces now makes a card, too (see settings).',
  changedNote: 'The note changed meanwhile. Import again.',
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
    damaged: (places: number) => `${counted(places, 'unreadable place')}. The rest is fine.`,
    duplicates: (lines: number) => `${counted(lines, 'duplicate line')} counted once.`,
    torn: (lines: number) => `${counted(lines, 'line')} cut off, skipped.`,
    orphans: (histories: number) => `${counted(histories, 'history', 'histories')} without a card, but kept:`,
    orphan: (card: string, reviews: number) => `${card} (${counted(reviews, 'review')})`,
    noQuestion: '(no question)',
    waits: 'Unread parts stay in their file and count once readable.',
    unchanged: 'This check changed nothing.',
  },
};

export type AppWords = typeof appWords;

export const appMessage = messagesOf<AppWords>('app');
