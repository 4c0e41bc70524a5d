// Logs as disks, sync programs and other programs may leave them, for properties: sound lines among damaged ones.
import fc from 'fast-check';
import type { HistoryEvent } from '../../../src/core/history/event.ts';
import { checksum } from '../../../src/core/history/checksum.ts';
import { encodeEvent } from '../../../src/core/history/log-format.ts';
import { START } from './events.ts';
import { history } from './random-history.ts';

export interface DamagedLog {
  /** Lines as a device wrote them, each of which has to count. */
  readonly sound: readonly string[];
  /** The lines of the file in order: all sound ones, and damaged ones between them. */
  readonly lines: readonly string[];
}

/** Bytes, as an adapter reads them: what is no UTF-8 becomes U+FFFD. */
const bytes = fc
  .uint8Array({ maxLength: 60 })
  .map((some) => Buffer.from(some).toString('utf8').replaceAll('\n', ' '));

const unit = fc.constantFrom(
  '\0',
  '\x07',
  '\x1b[2J',
  '\x7f',
  '\r',
  '\t',
  '\v',
  '\u2028',
  '\ud800',
  '\udfff',
  '{',
  '}',
  '"',
);

const signed = (json: string): string => `${json}\t${checksum(json)}`;

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Values that no device writes, under a checksum that holds. */
const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc.constantFrom(
    ...[
      '1e999',
      '-0',
      '9007199254740993',
      '"__proto__"',
      '"constructor"',
      '"dev0.01"',
      '"\\ud800"',
      '""',
      '{"key":"__proto__"}',
    ],
  ),
  fc.constantFrom(100, 49_000).map(nested),
);

const keys = [
  'i',
  't',
  'k',
  'b',
  'c',
  'g',
  'd',
  'z',
  'y',
  'm',
  'x',
  'f',
  'v',
  'e',
  'at',
  'w',
  '__proto__',
  'qh',
] as const;

/** A real line, with one value of it replaced or one more key. */
const forged = fc
  .tuple(fc.nat(1000), fc.constantFrom(...keys), strange)
  .map(([at, key, value]) => (line: string) => {
    const json = line.slice(0, line.lastIndexOf('}') + 1);
    const fields = Object.entries(JSON.parse(json) as Record<string, unknown>).map(
      ([name, old]): [string, string] => [name, JSON.stringify(old)],
    );
    const [replaced] = fields[at % fields.length] ?? [key];
    const others = fields.filter(([name]) => name !== replaced && name !== key);
    const all = [...others, [at % 2 === 0 ? key : replaced, value] as const];
    return signed(`{${all.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`);
  });

/** What may happen to a line; the second is another line of the file. */
const damage: fc.Arbitrary<(line: string, other: string) => string> = fc.oneof(
  { weight: 3, arbitrary: fc.nat(300).map((at) => (line: string) => line.slice(0, at % line.length)) },
  { weight: 2, arbitrary: fc.nat(300).map((at) => (line: string) => line.slice(at % line.length)) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(300), fc.nat(300)).map(
      ([a, b]) =>
        (line: string, other: string) =>
          line.slice(0, a % line.length) + other.slice(b % other.length),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(300), unit).map(
      ([at, what]) =>
        (line: string) =>
          line.slice(0, at % line.length) + what + line.slice(at % line.length),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(300), fc.constantFrom('0', '9', 'z', 'é')).map(
      ([at, to]) =>
        (line: string) =>
          line.slice(0, at % line.length) + to + line.slice((at % line.length) + 1),
    ),
  },
  { weight: 2, arbitrary: bytes.map((text) => () => text) },
  { weight: 1, arbitrary: bytes.map((text) => (line: string) => `{${text}}${line}`) },
  {
    weight: 1,
    arbitrary: fc.constant((line: string) => line.replace('{', `{"pad":"${'x'.repeat(120_000)}",`)),
  },
  { weight: 6, arbitrary: forged },
  { weight: 1, arbitrary: strange.map((json) => () => signed(`{"k":${json}}`)) },
);

/** Of a kind that a newer version may write; to be kept. */
const unknown: HistoryEvent = { i: 'dev0.900', t: START, k: 'unknown' };

export const damagedLog: fc.Arbitrary<DamagedLog> = fc
  .tuple(
    history,
    fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), damage), { maxLength: 12 }),
    fc.boolean(),
  )
  .map(([events, damages, isOfWindows]) => {
    const sound = [...events, unknown].map(encodeEvent);
    const lines = [...sound];
    for (const [of, with_, at, change] of damages) {
      const [line, other] = [sound[of % sound.length] ?? '', sound[with_ % sound.length] ?? ''];
      lines.splice(at % (lines.length + 1), 0, change(line, other));
    }
    return { sound, lines: isOfWindows ? lines.map((line) => `${line}\r`) : lines };
  });
