// Files that are no notes: boards and templates give nothing, and say so.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
import { templateFoldersIn } from '../../../src/core/card/not-note.ts';
import { defaultCardOptions } from '../../../src/core/card/options.ts';

const read = (text: string, onlyNotes = true) =>
  extractCards({ path: 'Note.md', text }, { ...defaultCardOptions, watch: 'all', onlyNotes });
const reasons = (text: string): string[] => read(text).skipped.map(({ reason }) => reason);

describe('a file', () => {
  test.each([
    ['of a Kanban board', '---\nkanban-plugin: board\n---\n## To do\n- [ ] Read', 'a Kanban board'],
    ['of Templater', '# <% tp.file.title %>\nText.', 'a template'],
    ['with a command of Templater', '# Day\n<%* await x() %>\nText.', 'a template'],
    ['with the title of a template', '# {{title}}\nText.', 'a template'],
  ])('%s gives the reason instead of cards, and all cards with the setting off', (_, text, reason) => {
    expect([read(text).cards, reasons(text)]).toEqual([[], [reason]]);
    expect(read(text, false).cards).not.toEqual([]);
  });

  test.each([
    ['tells of such marks in code', '# A\nWrite `<% tp.file.title %>` there.\n\n```\n<%* x %>\n```'],
    ['holds marks of another language', '# A\nERB prints <%= name %> in place.'],
    ['holds brackets', '# A\nIt is {{c1::wet}}.'],
  ])('is a note if it %s', (_, text) => {
    expect(reasons(text)).toEqual([]);
  });
});

describe('a drawing', () => {
  const of = (path: string, text: string) => extractCards({ path, text }, { ...defaultCardOptions });
  test.each([
    ['by its name', 'Sketch.excalidraw.md', '---\ntags: [flashcards]\n---\n# A\nText.'],
    ['by its property', 'Sketch.md', '---\nexcalidraw-plugin: parsed\ntags: [flashcards]\n---\n# A\nText.'],
    ['of tldraw', 'Sketch.md', '---\ntldraw-file: true\ntags: [flashcards]\n---\n# A\nText.'],
    ['of a canvas kept as a note', 'Sketch.canvas.md', '---\ntags: [flashcards]\n---\n# A\nText.'],
  ])('%s gives the reason instead of cards', (_, path, text) => {
    const { cards, skipped, watched } = of(path, text);
    expect([cards, skipped.map(({ reason }) => reason), watched]).toEqual([[], ['a drawing'], true]);
  });

  test('without a tag is not watched', () => {
    expect(of('Sketch.excalidraw.md', '# A\nText #flashcards')).toMatchObject({
      watched: false,
      skipped: [],
    });
  });
});

describe('the folder of the plugin Templates', () => {
  const inFolder = (path: string, onlyNotes = true) =>
    extractCards(
      { path, text: '# A\nText.' },
      { ...defaultCardOptions, watch: 'all', onlyNotes, templateFolders: ['Extra/Templates'] },
    );

  test('holds templates, at any depth', () => {
    expect(inFolder('Extra/Templates/Day.md').skipped).toEqual([
      { line: 1, reason: 'a template', text: 'Day' },
    ]);
    expect(inFolder('Extra/Templates/More/Day.md').cards).toEqual([]);
    expect(inFolder('Extra/Templates and more/Day.md').cards).toHaveLength(1);
    expect(inFolder('Extra/Templates/Day.md', false).cards).toHaveLength(1);
  });

  test.each([
    ['{"folder":"Extra/Templates","dateFormat":"YYYY"}', ['Extra/Templates']],
    ['{"folder":"/Extra/Templates/"}', ['Extra/Templates']],
    ['{"folder":""}', []],
    ['{"folder":"/"}', []],
    ['{"folder":3}', []],
    ['{}', []],
    ['null', []],
    ['{', []],
  ])('is read from %s', (json, folders) => {
    expect(templateFoldersIn(json)).toEqual(folders);
  });
});
