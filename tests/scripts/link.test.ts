import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { readLines } from '../../scripts/cli/json-lines.ts';
import { linkNotes, readBatch } from '../../scripts/cli/link.ts';

const folder = mkdtempSync(join(tmpdir(), 'link-'));

async function linesOf(name: string, content: string | Buffer): Promise<string[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const lines: string[] = [];
  for await (const { text, line } of readLines(path)) lines.push(`${line} ${text}`);
  return lines;
}

describe('link', () => {
  test('lists every card of an untagged note, with the card that it is now', () => {
    const batch = {
      before: { 'a.md': '# Tides\nThe moon pulls.\n\n# Gone\nNothing is left of this.' },
      after: { 'b.md': '# Tide\nThe moon pulls.' },
    };
    expect(linkNotes(batch)).toEqual({
      links: [
        {
          from: { note: 'a.md', source: 'heading', question: 'Tides', line: 1 },
          to: { note: 'b.md', source: 'heading', question: 'Tide', line: 1 },
        },
        { from: { note: 'a.md', source: 'heading', question: 'Gone', line: 4 }, to: null },
      ],
    });
  });

  test('takes glued separators for cards where a note holds a schedule of the plugin whose users write them', () => {
    const own = '# Rivers\nRiffle::Shallow\n';
    const asked = (after: string) =>
      linkNotes({ before: { 'a.md': own }, after: { 'a.md': own, 'b.md': after } }).links.map(
        ({ from }) => from.question,
      );
    expect(asked('Pool::Deep\n')).toEqual(['Rivers']);
    expect(asked('Pool::Deep\n<!--SR:!2027-03-01,100,250-->\n')).toEqual(['Riffle']);
  });

  test.each([
    ['{"before":', 'this line is not JSON'],
    ['{"before":{}}', 'at "after"'],
    ['{"before":{"a.md":1},"after":{}}', 'at "before.a.md"'],
    ['[]', 'a batch is'],
  ])('says what is wrong with %s', (text, sentence) => {
    expect(readBatch(text)).toContain(sentence);
  });
});

describe('a file of JSON lines', () => {
  test('is cut at line feeds only', async () => {
    expect(await linesOf('plain.jsonl', 'a\u2028b\nc\n\nd')).toEqual(['1 a\u2028b', '2 c', '3 ', '4 d']);
  });

  test('may be gzipped', async () => {
    expect(await linesOf('some.jsonl.gz', gzipSync('a\nb\n'))).toEqual(['1 a', '2 b']);
  });

  test('that is a broken gzip file fails with an error', async () => {
    await expect(linesOf('broken.jsonl.gz', Buffer.from('no gzip'))).rejects.toThrow('incorrect header');
  });
});
