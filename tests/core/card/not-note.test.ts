// Files that are no notes: boards and templates give nothing, and say so.
import { describe, expect, test } from '@jest/globals';
import { extractCards } from '../../../src/core/card/extract.ts';
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
  ])('%s gives no cards but the reason, and all of them where the setting is off', (_, text, reason) => {
    expect([read(text).cards, reasons(text)]).toEqual([[], [reason]]);
    expect(read(text, false).cards).not.toEqual([]);
  });

  test.each([
    ['tells of such marks in code', '# A\nWrite `<% tp.file.title %>` there.\n\n```\n<%* x %>\n```'],
    ['holds marks of another language', '# A\nERB prints <%= name %> in place.'],
    ['holds brackets', '# A\nIt is {{c1::wet}}.'],
  ])('is a note where it %s', (_, text) => {
    expect(reasons(text)).toEqual([]);
  });
});
