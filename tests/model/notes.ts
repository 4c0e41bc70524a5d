// The notes of the model, and what people do to them.
import { pick, type Roll } from './dice.ts';

const facts: readonly (readonly [string, string])[] = [
  ['Boiling point of ethanol', 'Seventy-eight degrees Celsius at sea level, so it leaves wine first.'],
  ['What does the hippocampus do?', 'Binds what happened to where and when; without it no episode is kept.'],
  ['Treaty of Westphalia', 'Ended thirty years of war in 1648 and let princes choose their faith.'],
  ['TCP handshake', 'SYN, SYN-ACK, ACK: both sides learn the first number of the other.'],
  ['Photosynthesis', 'Six carbon dioxide and six water make one glucose and six oxygen.'],
  ['Rule of thirds', 'Place what matters on the lines that cut a picture in three.'],
  ['Who wrote Middlemarch?', 'Mary Ann Evans, under the name George Eliot, in 1871.'],
  ['Capital of Mongolia', 'Ulaanbaatar, which moved three times, is the coldest of all capitals.'],
  ['What is amber?', 'Hardened resin of old conifers, in which insects were caught.'],
];
const words = ['amber', 'cobalt', 'delta', 'ember', 'fjord', 'glacier', 'heron', 'indigo', 'jasper'];

const header = '---\ntags: flashcards\n---\n';

function section(n: number, alike: boolean): string {
  const [question = '', answer = ''] = facts[n] ?? [];
  const word = words[n] ?? '';
  return alike
    ? `## What is ${word}?\nThe ${word} is meant here, with a long text around it that all of them share.\n`
    : `## ${question}\n${answer}\n`;
}

/** Three notes of three cards; `alike`: ones that are hard to tell apart. */
export function firstNotes(alike: boolean): ReadonlyMap<string, string> {
  return new Map(
    [0, 1, 2].map((note) => [
      `Note${String(note)}.md`,
      header + [0, 1, 2].map((nth) => section(note * 3 + nth, alike)).join('\n'),
    ]),
  );
}

/** What one edit makes of notes: the new texts; null deletes one. */
export type Edit = ReadonlyMap<string, string | null>;

interface Vault {
  readonly paths: readonly string[];
  readonly text: (path: string) => string;
}

const cut = (text: string): readonly [string, readonly string[]] => {
  const [head = '', ...sections] = text.split('\n## ');
  return [head, sections];
};
const join = (head: string, sections: readonly string[]): string => [head, ...sections].join('\n## ');

/** An edit of one note, or of two; `name` makes new texts unlike all others. */
export function anyEdit({ paths, text }: Vault, name: string, roll: Roll): readonly [string, Edit] {
  const path = pick(paths, roll);
  if (path === undefined) return ['nothing', new Map()];
  const before = text(path);
  const [head, sections] = cut(before);
  const to = (after: string): Edit => new Map([[path, after]]);
  switch (roll(8)) {
    case 0:
      return [`one word of ${path}`, to(before.replace(/\b(the|of|and|is)\b(?=[^#]*$)/, 'that'))];
    case 1:
      return [`a question of ${path}`, to(before.replace(/## (?!So: )(?=[^#]*$)/, '## So: '))];
    case 2:
      return [`a new card in ${path}`, to(`${before}\n## New ${name}?\nSome fresh answer ${name} here.\n`)];
    case 3:
      return [`untag ${path}`, to(before.replace('tags: flashcards', 'tags: other'))];
    case 4:
      return [`tag ${path}`, to(before.replace('tags: other', 'tags: flashcards'))];
    case 5:
      return [`turn the cards of ${path}`, to(join(head, [...sections.slice(1), ...sections.slice(0, 1)]))];
    case 6: {
      const target = pick(paths, roll);
      const moved = sections.at(-1);
      if (target === undefined || target === path || moved === undefined) return ['nothing', new Map()];
      return [
        `a card of ${path} to ${target}`,
        new Map([
          [path, join(head, sections.slice(0, -1))],
          [target, `${text(target)}\n## ${moved}`],
        ]),
      ];
    }
    default:
      return [`copy ${path}`, new Map([[`Copy ${name}.md`, before]])];
  }
}
