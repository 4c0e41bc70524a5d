// What is wrong with notes, logs, folders and imports, told in another language than English.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { messagesOf } from '../../scripts/locale/missing.ts';
import { appMessage } from '../../src/app/strings.ts';
import { formatVerifyResult, verifyHistory } from '../../src/app/history/verify.ts';
import { extractCards } from '../../src/core/card/extract.ts';
import { parseLog } from '../../src/core/history/log-format.ts';
import { checkFolder } from '../../src/core/history/log-folder.ts';
import { importDeck } from '../../src/core/import/anki-import.ts';
import { matchSchedules } from '../../src/core/import/sr-match.ts';
import { checkNoteFolder } from '../../src/core/note/folder.ts';
import { MessageError, problemMessage, type Message } from '../../src/core/text/message.ts';
import type { Catalog } from '../../src/locale/language.ts';
import { buildLocale, type Locale } from '../../src/ui/locale.ts';
import { World } from '../app/world.ts';
import { MemoryLogFiles } from '../contract/memory-log-files.ts';
import { MemoryNotes } from '../contract/memory-notes.ts';
import { fileOf, review } from '../core/history/events.ts';

const catalog = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../src/locale/de.json'), 'utf8'),
) as Catalog;

const german = buildLocale('de', messagesOf(catalog));

const tagged = (body: string): string => `---\ntags: flashcards\n---\n${body}`;
const openFence = tagged('## One\nText.\n\n```js\nlet a;\n');
const path = 'Flashcards/log/a/log-a-2026-11.md';
const twoReviews = fileOf([review('a.1', 'one'), review('a.2', 'one')], 'a');
/** The second answer has another grade than its checksum says. */
const damaged = twoReviews.replace(/("i":"a\.2".*"g":)3/, '$14');

type Problems = readonly { readonly message: Message }[];

const sentences = (problems: Problems, { say }: Locale): readonly string[] =>
  problems.map(({ message }) => say(message));
const ofNote = (text: string) => extractCards({ path: 'A.md', text }).problems;
const ofLog = (text: string) => parseLog(path, text).problems;
const ofDeck = (text: string) => importDeck('deck.csv', text, '', 'x').problems;
const ofSchedules = (text: string) =>
  matchSchedules([{ text, cards: extractCards({ path: 'A.md', text }) }]).unmatched.map(({ reason }) => ({
    message: reason,
  }));
const ofFolders = () =>
  [checkFolder('.hidden'), checkNoteFolder('../other')].flatMap((message) => (message ? [{ message }] : []));

async function verified(files: Readonly<Record<string, string>>, { app, say }: Locale): Promise<string> {
  const logs = new MemoryLogFiles();
  for (const [name, text] of Object.entries(files)) logs.files.set(name, { text, mtime: 1 });
  const withoutCard = <T>(histories: readonly T[]) => histories;
  return formatVerifyResult(await verifyHistory({ logs, folders: ['Flashcards'], withoutCard }), app, say);
}

describe('in German the user reads about', () => {
  test.each<[string, () => Problems, readonly unknown[]]>([
    [
      'a fence that is never closed',
      () => ofNote(openFence),
      ['Codeblock nicht geschlossen; alles Weitere ist Code.'],
    ],
    [
      'broken YAML, with the words of its parser',
      () => ofNote('---\ntags: flashcards\na: [b\n---\n'),
      [expect.stringMatching(/^Die Eigenschaften sind kein gültiges YAML: [a-z ]+/)],
    ],
    [
      'a line whose checksum is another',
      () => ofLog(damaged),
      [expect.stringMatching(/^Die Prüfsumme ist \w+, müsste aber \w+ sein\.$/)],
    ],
    [
      'a value that no event has',
      () => ofLog(fileOf([review('a.1', 'one', 9 as never)], 'a')),
      ['„g“ kann nicht 9 sein.'],
    ],
    [
      'a line that is too long, with the number as German has it',
      () => ofLog(`${twoReviews}{${' '.repeat(100_000)}}\n`),
      ['Die Zeile hat mehr als 100.000 Zeichen.'],
    ],
    [
      'folders that cannot be',
      ofFolders,
      [
        '„.hidden“: Ordner mit „.“ werden nie synchronisiert.',
        '„../other“ führt vielleicht hinaus: Lass „..“ weg.',
      ],
    ],
    [
      'cards of a deck that lack a side',
      () => ofDeck('one,two\n,two\none,\n'),
      ['Die Karte hat keine Frage.', 'Die Karte hat keine Antwort.'],
    ],
    [
      'more schedules than cards',
      () => ofSchedules(tagged('A::B\n<!--SR:!2027-03-01,100,250!2027-03-02,100,250-->\n')),
      ['Karten im Text: 1, aber dies ist Zeitplan 2.'],
    ],
    [
      'a schedule that is none',
      () => ofSchedules(tagged('A::B\n<!--SR:!soon,100,250-->\n')),
      ['„soon“ in „soon,100,250“ ist kein Datum.'],
    ],
  ])('%s', (_, tell, expected) => {
    expect(sentences(tell(), german)).toEqual(expected);
  });

  test('a note and a log of the vault, in the lists of the sidebar', async () => {
    const world = new World(new MemoryNotes({ 'A.md': openFence }));
    world.logs.files.set(path, { text: damaged, mtime: 1 });
    await world.start();
    const { history, library } = world.app;
    expect(sentences([...history.problems(), ...library.problems()], german)).toEqual([
      expect.stringMatching(/^Die Prüfsumme ist /),
      'Codeblock nicht geschlossen; alles Weitere ist Code.',
    ]);
  });

  test('a failure with a sentence within it', () => {
    const closed = problemMessage('folder/isFile', 'Flashcards');
    const { say, reason, failed } = german;
    expect([
      say(appMessage('unreadFolder', closed)),
      failed(new MessageError(closed)),
      reason(new Error('EROFS: read-only file system')),
    ]).toEqual([
      'Der Ordner kann nicht gelesen werden: „Flashcards“ ist eine Datei, kein Ordner.',
      'Etwas ist schiefgelaufen: „Flashcards“ ist eine Datei, kein Ordner.',
      'EROFS: read-only file system',
    ]);
  });

  test('a sound history that is verified', async () => {
    expect(await verified({ [path]: twoReviews }, german)).toBe(
      [
        'In Ordnung. Ereignisse: 2, Geräte: 1, Protokolle: 1.',
        'Ohne Karte, aber behalten (1):',
        '  one (Wiederholungen: 2)',
        'Die Prüfung hat nichts geändert.',
        '',
      ].join('\n'),
    );
  });

  test('a damaged history that is verified', async () => {
    const copy = path.replace('.md', ' 2.md');
    const lines = (await verified({ [path]: damaged, [copy]: `${twoReviews}{"i":"a.` }, german)).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'Unlesbare Stellen: 1. Der Rest ist in Ordnung.',
      'Doppelte Zeilen, einmal gezählt: 1.',
      'Abgeschnittene Zeilen, nicht gezählt: 1.',
    ]);
    expect(lines[3]).toContain(`  ${path}:3: Die Prüfsumme ist `);
  });
});
