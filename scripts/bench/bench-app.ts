// The app over notes held in memory, so that its own work is measured and no disk access. Links are supplied, as they
// are by Obsidian's metadata cache.
import { Flashcards } from '../../src/app/flashcards.ts';
import type { FileStat, NoteFiles } from '../../src/app/ports.ts';
import type { Settings } from '../../src/core/settings.ts';
import { noCache } from '../node/app.ts';
import { givenLinks, givenOf } from './given.ts';
import { quietPorts } from './quiet-ports.ts';

function memoryNotes(texts: ReadonlyMap<string, string>): NoteFiles {
  const stat = (path: string, { length }: string): FileStat => ({ path, mtime: 0, size: length });
  return {
    list: () => [...texts].map(([path, text]) => stat(path, text)),
    stat: (path) => {
      const text = texts.get(path);
      return text === undefined ? null : stat(path, text);
    },
    read: (path) => Promise.resolve(texts.get(path) ?? null),
  };
}

/** An app with an empty history that has read nothing yet; it never writes. */
export function openBenchApp(texts: ReadonlyMap<string, string>, settings: Settings): Promise<Flashcards> {
  const files = memoryNotes(texts);
  return Flashcards.open(
    {
      files,
      links: givenLinks(givenOf(files.list(null), texts)),
      ...quietPorts(),
      cache: noCache,
    },
    settings,
  );
}
