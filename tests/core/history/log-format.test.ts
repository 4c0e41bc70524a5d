import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { encodeEvent, isLog, parseLine, parseLog } from '../../../src/core/history/log-format.ts';
import { checksum } from '../../../src/core/history/checksum.ts';
import { anySign } from '../../random.ts';
import { DAY, field, fileOf, review, START } from './events.ts';
import { written } from '../../../scripts/node/english.ts';

const path = 'Flashcards/log/desk01/log-desk01-2026-11.md';
const read = (text: string) => parseLog(path, text);
const texts = (text: string) => read(text).lines.map((line) => line.event.i);
const line = (value: object): string => {
  const json = JSON.stringify(value);
  return `${json}\t${checksum(json)}`;
};
const three = [review('desk01.1', 'one'), review('desk01.2', 'two'), field('desk01.3', 'two', 'flag', 2)];

/** As a formatter joins the lines of a paragraph. */
function joined(text: string): string {
  const [head = '', ...rest] = text.trimEnd().split('\n');
  return `${head}\n${rest.join(' ').replaceAll('\t', ' ')}\n`;
}

/** As a formatter fills the lines of a paragraph up to a width. */
function wrapped(text: string, width: number): string {
  const [head = '', ...rest] = text.trimEnd().split('\n');
  const lines = [''];
  for (const word of rest.join(' ').split(/\s/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`.trim();
  }
  return `${head}\n${lines.join('\n')}\n`;
}

describe('a line of the log', () => {
  test('ends with a tab and the CRC-32 of its JSON in base 36', () => {
    // The check value of CRC-32/ISO-HDLC: cbf43926 for "123456789".
    expect(checksum('123456789')).toBe((0xcbf43926).toString(36));
    expect(encodeEvent(three[0]!)).toMatch(/^\{"i":"desk01\.1",.*\}\t[0-9a-z]+$/);
  });

  test('counts the UTF-8 bytes of letters beyond ASCII', () => {
    // crc32("ü☃𝄞" as UTF-8), by Python's zlib.
    expect(checksum('ü☃𝄞')).toBe((0x4ea3df91).toString(36));
  });

  test('is ASCII whatever the event says', () => {
    const written = encodeEvent(field('desk01.1', 'one', 'mood', 'ü☃𝄞'));
    expect(written).toMatch(/^[\x20-\x7e\t]+$/);
    expect(parseLine(written)).toMatchObject({ event: { v: 'ü☃𝄞' } });
  });

  test('reads back as the event that was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (v, w) => {
        const event: HistoryEvent = field('desk01.1', 'one', `~${w}`.slice(0, 90), v);
        const parsed = parseLine(encodeEvent(event));
        expect(parsed).toMatchObject({ event: JSON.parse(JSON.stringify(event)) as object });
      }),
    );
  });

  test.each([
    ['a space', ' '],
    ['nothing', ''],
    ['many blanks', ' \t  '],
    ['a no-break space', '\u00a0'],
  ])('may have %s before its checksum', (_, blanks) => {
    expect(texts(fileOf(three).replaceAll('\t', blanks))).toEqual(['desk01.1', 'desk01.2', 'desk01.3']);
  });
});

describe('a log', () => {
  test('read on from a known start gives the same as reading all of it', () => {
    const torn = '{"i":"desk01.9","t":1\n';
    const marks = '<<<<<<< here\nno event\n=======\n';
    const text = `# Title\n\n${fileOf(three)}${torn}${marks}${line({ i: 'no event' })}\n${fileOf(three)}`;
    const whole = read(text);
    expect([whole.lines.length, whole.torn, whole.problems.length, whole.headers.length]).toEqual([
      6, 1, 2, 2,
    ]);
    const ends = [...text.matchAll(/\n/g)]
      .map(({ index }) => index + 1)
      .filter((end) => end > text.indexOf('{'));
    for (const length of ends) {
      expect(parseLog(path, text, { log: read(text.slice(0, length)), length })).toEqual(whole);
    }
  });

  test('is known by its header anywhere in the file', () => {
    const text = `---\ntitle: added by a plugin\n---\n# A title\n\n${fileOf(three)}`;
    expect(parseLog('Flashcards/whatever.md', text)).toMatchObject({
      headers: [{ device: 'desk01', nonce: 'abcd', min: 1 }],
      problems: [],
    });
  });

  test('is not just any note in the folder', () => {
    const note = `# Note\n\n${encodeEvent(three[0]!)}\n{ not an event\n`;
    expect(parseLog('Flashcards/Note.md', note)).toEqual({
      headers: [],
      lines: [],
      problems: [],
      torn: 0,
      lineCount: note.split('\n').length - Number(note.endsWith('\n')),
    });
  });

  test('reads the same with CRLF, a BOM, indented, and with its fence closed', () => {
    const text = `\uFEFF${fileOf(three).replaceAll('\n{', '\n  {')}\`\`\`\n`.replaceAll('\n', '\r\n');
    expect(texts(text)).toEqual(['desk01.1', 'desk01.2', 'desk01.3']);
    expect(read(text).problems).toEqual([]);
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['a byte order mark and CRLF', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['trailing blanks', (text: string) => text.replaceAll('\n', ' \t \n')],
    ['no last line end', (text: string) => text.trimEnd()],
    ['all lines joined to one', joined],
    ['a checksum on a line of its own', (text: string) => text.replaceAll('\t', '\n')],
    ['lines wrapped at every blank', (text: string) => wrapped(text, 1)],
    ['lines wrapped at 80 columns', (text: string) => wrapped(text, 80)],
    [
      'lines wrapped at 200 columns, with CRLF',
      (text: string) => wrapped(text, 200).replaceAll('\n', '\r\n'),
    ],
  ])('under any name reads the same with %s', (_, change) => {
    const events = [...three, field('desk01.4', 'two', 'note', 'a text with blanks in it')];
    const log = parseLog('Flashcards/any name.md', change(fileOf(events)));
    expect(log).toMatchObject({
      torn: 0,
      problems: [],
      headers: [{ device: 'desk01', nonce: 'abcd', min: 1 }],
    });
    expect(log.lines.map((line) => line.event)).toEqual(events);
  });

  test('keeps each whole event of a paragraph, and reports the others with their lines', () => {
    const [head, first, second, third] = wrapped(fileOf(three), 80).split(/\n(?=`|\{"i")/);
    const wrong = second?.replace('"g":3', '"g":4');
    const log = read([head, first, wrong, third].join('\n'));
    expect(log.lines.map(({ event }) => event.i)).toEqual(['desk01.1', 'desk01.3']);
    expect(log.problems.map(({ line }) => line)).toEqual([4]);
  });

  test('counts a truncated last line, wherever it was cut, and keeps the rest', () => {
    const text = fileOf(three);
    const last = text.trimEnd().lastIndexOf('\n') + 1;
    for (let cut = last + 1; cut < text.length - 1; cut += 1) {
      const { lines, torn, problems } = read(text.slice(0, cut));
      expect([cut, lines.length, torn, problems]).toEqual([cut, 2, 1, []]);
    }
  });

  test('keeps the events around the marks of a merge', () => {
    const [head, first, second, third] = fileOf(three).split('\n');
    const text = [head, '<<<<<<< HEAD', first, '=======', second, '>>>>>>> theirs', third, ''].join('\n');
    expect(read(text)).toMatchObject({ problems: [], torn: 0, lines: { length: 3 } });
  });

  test('keeps an event of a kind that a newer version writes', () => {
    const text = fileOf([]) + line({ i: 'desk01.9', t: START, k: 'zz', c: 'one', q: 1 });
    expect(read(text).lines).toMatchObject([{ event: { i: 'desk01.9', k: 'unknown' } }]);
  });

  test('keeps fields that it does not know', () => {
    const text = fileOf([]) + line({ ...three[0], new: { deep: [1] } });
    expect(read(text).lines).toMatchObject([{ event: { k: 'r', new: { deep: [1] } } }]);
  });

  test('says which version may write to it', () => {
    expect(read(fileOf([]).replace('min=1', 'min=7')).headers).toMatchObject([{ min: 7 }]);
  });

  test('is a log by its header or by its name', () => {
    const isOne = (at: string, text: string): boolean => isLog(at, parseLog(at, text));
    expect(isOne('Any note.md', fileOf([]))).toBe(true);
    expect(isOne('Flashcards/log-desk01-2026-11.md', '')).toBe(true);
    expect(isOne('log-desk01-2026-11 conflict.md', '')).toBe(true);
    for (const other of [
      'Any note.md',
      'my-log-desk01-2026-11.md',
      'log-desk01-2026.md',
      'log-desk01-2026-11.md.txt',
    ])
      expect([other, isOne(other, '')]).toEqual([other, false]);
  });

  test('is reported if it has only the name of a log', () => {
    expect(read('').problems.map(written)).toEqual([
      { path, line: 1, message: 'Named like a log, but has neither a header nor events.' },
    ]);
    expect(read(fileOf([])).problems).toEqual([]);
  });

  test('without a known version may not be written to', () => {
    const min = (text: string) => read(fileOf([]).replace(' min=1', text)).headers[0]?.min;
    expect([min(''), min(' min=2'), min(' min=later')]).toEqual([1, 2, Number.MAX_SAFE_INTEGER]);
  });

  test('has its own name, which counts if the header is torn off', () => {
    expect(texts(fileOf(three).split('\n').slice(1).join('\n'))).toHaveLength(3);
  });
});

describe('a line that is whole and wrong', () => {
  const good = { ...three[0] };
  test.each([
    ['a wrong checksum', `${JSON.stringify(good)}\t12345`, 'The checksum is 12345, but'],
    ['a changed grade', encodeEvent(three[0]!).replace('"g":3', '"g":4'), 'The checksum is'],
    ['a wrong type', line({ ...good, c: 7 }), "“c” can't be 7"],
    ['a missing field', line({ ...good, g: undefined }), '“g” is missing.'],
    ['a huge number', line({ ...good, d: 1e300 }), "“d” can't be 1e+300"],
    ['a number that JSON reads as infinite', rewritten('"d":5000', '"d":1e999'), "“d” can't be null"],
    ['a date in 1970', line({ ...good, t: 1000 }), "“t” can't be 1000"],
    ['a date in 2100', line({ ...good, t: Date.UTC(2100, 0, 1) }), "“t” can't be 4102444800000"],
    ['a study day in 1970', line({ ...good, y: 3 }), "“y” can't be 3"],
    ['a study day in 2101', line({ ...good, y: Math.floor(Date.UTC(2101, 0, 1) / DAY) }), "“y” can't be"],
    ['an unknown grade', line({ ...good, g: 5 }), "“g” can't be 5"],
    ['half a grade', line({ ...good, g: 2.5 }), "“g” can't be 2.5"],
    ['a wrong id', line({ ...good, i: 'nodot' }), `“i” can't be "nodot"`],
    ['a wrong memory', line({ ...field('a.1', 'one', 'memory', { key: 'k', s: -1 }) }), "“s” can't be -1"],
    ['an array', withChecksum('{"a":[]}'.replace('{"a":[]}', '{}')), '“k” is missing.'],
    ['no JSON', withChecksum('{nonsense}'), 'The line is not JSON.'],
    ['NUL bytes', `{"i":"desk01.7\0\0\0\0`, 'The line contains NUL bytes'],
    ['only NUL bytes', '\0'.repeat(500), 'The line contains NUL bytes'],
    ['a line without end', `{"i":"${'x'.repeat(200_000)}`, 'The line has more than 100000 characters.'],
    ['the tail of a line', '"g":3,"d":5000}\tabc', 'The line is not an event.'],
  ])('(%s) is reported with path and line, and nothing else is lost', (_, wrong, message) => {
    const [head, ...rest] = fileOf(three).split('\n');
    const { lines, problems, torn } = read([head, rest[0], wrong, ...rest.slice(1)].join('\n'));
    expect(problems.map(written)).toEqual([
      { path, line: 3, message: expect.stringContaining(message) as unknown },
    ]);
    expect([lines.map(({ event }) => event.i), torn]).toEqual([['desk01.1', 'desk01.2', 'desk01.3'], 0]);
  });

  test('is reported for at most 100 lines of one file', () => {
    expect(read(`${fileOf(three)}${'garbage\n'.repeat(5000)}`).problems).toHaveLength(100);
  });

  test('a file of NULs with the name of a log is reported once', () => {
    expect(read('\0'.repeat(10_000)).problems.map(written)).toEqual([
      { path, line: 1, message: expect.stringContaining('NUL bytes') as unknown },
    ]);
  });

  test('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: anySign }), fc.constantFrom('\n', '{', '}\t', '{}'))),
        (parts) => {
          expect(read(parts.join('')).torn).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

function withChecksum(text: string): string {
  return `${text}\t${checksum(text)}`;
}

function rewritten(from: string, to: string): string {
  return withChecksum(JSON.stringify(three[0]).replace(from, to));
}
