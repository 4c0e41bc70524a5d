// Vaults of nonsense shaped like real ones: research notes, lectures full of identical headings, glossaries, meetings
// from one template, questions with one-word answers.
import type { Random } from './random.ts';

/** Texts by path. */
export type Texts = Readonly<Record<string, string>>;

const common = (
  'the a of to and in is that for with as are on by from this can which be not it when between under over after each ' +
  'model data set value point line field group time part system process rate order form case state method result ' +
  'large small early late high low first second new old common rare strong weak open closed true left right'
).split(' ');
const syllables = 'ba co du fe gri ha il jo ke lu mor na op pra qui ro sta ti ur ve wo xen yl za'.split(' ');

interface Voice {
  readonly random: Random;
  readonly topics: readonly string[];
}

function startVoice(random: Random): Voice {
  const topics = Array.from({ length: 60 }, () =>
    Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables)).join(''),
  );
  return { random, topics };
}

/** Topic words taper off as in real text: a few appear in most sentences. */
function topic({ random, topics }: Voice): string {
  return topics[Math.floor(topics.length * random.next() ** 2)] ?? 'topic';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(voice: Voice, least = 6, most = 20): string {
  const { random } = voice;
  const count = least + random.below(most - least);
  const words = Array.from({ length: count }, () =>
    random.chance(0.65) ? random.pick(common) : topic(voice),
  );
  return `${capital(words.join(' '))}.`;
}

function paragraph(voice: Voice, most: number): string {
  return Array.from({ length: 1 + voice.random.below(most) }, () => sentence(voice)).join(' ');
}

function list(voice: Voice): string {
  return Array.from({ length: 2 + voice.random.below(5) }, () => `- ${sentence(voice, 3, 12)}`).join('\n');
}

function body(voice: Voice): string {
  const { random } = voice;
  return [
    paragraph(voice, 4),
    ...(random.chance(0.4) ? [list(voice)] : []),
    ...(random.chance(0.3) ? [paragraph(voice, 3)] : []),
  ].join('\n\n');
}

const title = (voice: Voice): string => capital([topic(voice), topic(voice)].join(' '));
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

type Shape = (voice: Voice, at: number) => string;

const research: Shape = (voice) => {
  const { random } = voice;
  const leads = (): string =>
    times(
      random.below(4),
      () => `**${title(voice)}${random.pick(['', ':', '.'])}**\n${paragraph(voice, 3)}`,
    ).join('\n\n');
  const callout = (): string =>
    random.chance(0.5)
      ? `> [!${random.pick(['note', 'tip', 'define'])}] ${title(voice)}\n> ${sentence(voice)}`
      : '';
  const part = (heading: string): string =>
    [`## ${heading}`, body(voice), leads(), callout()].filter(Boolean).join('\n');
  const headings = ['Overview', title(voice), 'Method', title(voice), 'Results', 'Conclusion'];
  return [
    `---\ntags: [flashcards]\nsummary: ${sentence(voice)}\n---`,
    paragraph(voice, 3),
    ...headings.filter(() => random.chance(0.8)).map(part),
  ].join('\n');
};

const lecture: Shape = (voice, at) => {
  const { random } = voice;
  const small = (): string =>
    random.pick([sentence(voice, 2, 6), sentence(voice, 2, 6), 'See above.', paragraph(voice, 2)]);
  const chapter = (): string =>
    [
      `## ${title(voice)}`,
      random.chance(0.6) ? paragraph(voice, 2) : '',
      ...times(
        1 + random.below(4),
        () => `### ${random.pick(['Example', 'Details', 'Proof', 'Results', title(voice)])}\n${small()}`,
      ),
    ].join('\n');
  return [
    `---\ntags: flashcards/lecture\n---`,
    `# Lecture ${at}`,
    ...times(2 + random.below(6), chapter),
  ].join('\n');
};

const glossary: Shape = (voice) =>
  [
    '---\ntags: [flashcards]\n---',
    ...times(8 + voice.random.below(20), () => `**${capital(topic(voice))}**: ${sentence(voice, 3, 9)}`),
  ].join('\n\n');

const meeting: Shape = (voice, at) => {
  const { random } = voice;
  const names = times(3, () => capital(topic(voice))).join(', ');
  return [
    '---\ntags: [flashcards, meeting]\n---',
    `## Status\n${random.pick(['draft', 'TODO', 'final'])}`,
    `## Attendees\nThe usual people from the team were there: Ann, Bob, ${names}.`,
    `## Agenda\n${list(voice)}`,
    `## Decisions\n${random.chance(0.5) ? 'Nothing was decided in this meeting.' : sentence(voice)}`,
    `## Next\nThe next meeting is on day ${at} at the same place and the same time.`,
  ].join('\n');
};

const questions: Shape = (voice) => {
  const { random } = voice;
  return [
    '---\ntags: [flashcards]\n---',
    ...times(
      5 + random.below(15),
      () =>
        `### ${random.pick(['What is', 'When does', 'Why is', 'Is'])} ${topic(voice)} ${topic(voice)}?\n${random.pick(['Yes.', 'No.', `${random.below(100)}`, capital(topic(voice)), sentence(voice, 3, 8)])}`,
    ),
  ].join('\n\n');
};

const definition: Shape = (voice) => `---\ntags: [flashcards]\n---\n${paragraph(voice, 3)}`;

const shapes: readonly (readonly [folder: string, count: number, shape: Shape])[] = [
  ['Papers', 8, research],
  ['Lectures', 5, lecture],
  ['Glossary', 2, glossary],
  ['Meetings', 7, meeting],
  ['Questions', 3, questions],
  ['Definitions', 8, definition],
];

/** One vault of 33 notes. */
export function makeUpVault(random: Random): Texts {
  const voice = startVoice(random);
  const notes = shapes.flatMap(([folder, count, shape]) =>
    times(count, (at) => [`${folder}/${title(voice)} ${at}.md`, shape(voice, at)] as const),
  );
  return Object.fromEntries(notes);
}
