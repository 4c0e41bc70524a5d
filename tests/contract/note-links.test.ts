// One suite over the port of links: our resolver (tests, command line) and Obsidian's metadata cache, here the one of
// our API host, which is a code path of its own.
import { describe, expect, test } from '@jest/globals';
import type { MetadataCache } from 'obsidian';
import type { NoteLinks } from '../../src/app/ports.ts';
import { noteLinks } from '../../src/vault/links.ts';
import { FileNames } from '../host/metadata/link-target.ts';
import { scanNote } from '../host/metadata/scan-note.ts';
import { MemoryNotes } from './memory-notes.ts';

const notes = {
  'Start.md': '[[Chinchilla]] and [[Papers/LLaMA|the paper]]',
  'Chinchilla.md': '',
  'Papers/LLaMA.md': '[[Note]] ![[plot.png|300]]',
  'Papers/Note.md': '',
  'Other/Note.md': '',
  'Other/Deep/Note.md': '',
  'Caf\u00E9.md': '',
  'v1.5 Release.md': '',
  'plot.png': '',
};

const cases: readonly (readonly [string, string, string, string | null])[] = [
  ['a name', 'Chinchilla', 'Start.md', 'Chinchilla.md'],
  ['a name in another case', 'chinchilla', 'Start.md', 'Chinchilla.md'],
  ['a name with its ending', 'Chinchilla.md', 'Start.md', 'Chinchilla.md'],
  ['a path', 'Papers/LLaMA', 'Start.md', 'Papers/LLaMA.md'],
  ['a name in a folder', 'LLaMA', 'Start.md', 'Papers/LLaMA.md'],
  ['a path from the root', 'Other/Note', 'Papers/LLaMA.md', 'Other/Note.md'],
  ['the end of a path', 'Deep/Note', 'Start.md', 'Other/Deep/Note.md'],
  ['a relative path', './Note', 'Papers/LLaMA.md', 'Papers/Note.md'],
  ['a relative path upwards', '../Chinchilla', 'Papers/LLaMA.md', 'Chinchilla.md'],
  ['an image', 'plot.png', 'Papers/LLaMA.md', 'plot.png'],
  ['a name with a dot', 'v1.5 Release', 'Start.md', 'v1.5 Release.md'],
  ['a name in the other Unicode form', 'Cafe\u0301', 'Start.md', 'Caf\u00E9.md'],
  ['the note itself', '', 'Start.md', 'Start.md'],
  ['a missing page', 'Nowhere', 'Start.md', null],
  ['a missing page in a folder that is there', 'Papers/Nowhere', 'Start.md', null],
];

function suite(name: string, open: () => NoteLinks | Promise<NoteLinks>): void {
  describe(name, () => {
    test.each(cases)('resolves %s', async (_, target, from, path) => {
      expect((await open()).resolve(target, from)).toBe(path);
    });

    test('prefers the note of the same name in the same folder', async () => {
      expect((await open()).resolve('Note', 'Papers/LLaMA.md')).toBe('Papers/Note.md');
    });

    test('lists the files that a note links to and embeds', async () => {
      expect([...(await open()).from('Papers/LLaMA.md')].sort()).toEqual(['Papers/Note.md', 'plot.png']);
      expect((await open()).from('Chinchilla.md')).toEqual([]);
    });
  });
}

suite('our resolver', () => new MemoryNotes(notes).links());

/** As the host's metadata cache holds them; its file names and link scanner, without a page around them. */
function hostLinks(): NoteLinks {
  const files = Object.keys(notes).map((path) => ({ path }));
  const names = new FileNames<{ path: string }>();
  for (const file of files) names.add(file);
  const resolvedLinks = Object.fromEntries(
    Object.entries(notes).map(([path, text]) => {
      const { links = [], embeds = [] } = scanNote(text);
      const targets = [...links, ...embeds].map(
        ({ link }) => names.target(link.replace(/#.*$/, ''), path)?.path,
      );
      return [
        path,
        Object.fromEntries(targets.flatMap((target) => (target === undefined ? [] : [[target, 1]]))),
      ];
    }),
  );
  const getFirstLinkpathDest = (target: string, from: string) => names.target(target, from);
  return noteLinks({ metadataCache: { resolvedLinks, getFirstLinkpathDest } as unknown as MetadataCache });
}

suite('the metadata cache of the host', hostLinks);
