// What a note is about, as used in prompts. Usually its title; but files carry numbers, dates and status marks that
// nobody says ("05 - DNS", "2023-04-01 lecture", "07-pumping-lemma", "CUDA (wip)"): a single top heading is better.
import type { Outline } from '../../note/outline.ts';
import { plainText } from '../../note/plain-text.ts';
import { countWords } from '../../note/word-count.ts';
import { isGeneric } from './common-words.ts';

/** A date or time stamp, with or without punctuation. */
const date =
  /^(?:\d{4}([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|\d{12}|\d{14})(?:[T _-]\d{4,6})?(?:[\s_–—:.,-]+|$)/;
/** A number followed by punctuation. "5-HT", "3D", "12 Angry Men" and "1984 - Orwell" keep theirs. */
const number = /^\d{1,3}[a-z]?(?:\.\d{1,3})*(?:\s*[–—]\s*|\s+-\s+|[.):]\s+|_+)/;
/** "Lecture 3 - Sorting", in the UI languages. */
const labelled =
  /^(?:(?:question|lecture|chapter|ch|week|lesson|unit|module|session|topic|frage|vorlesung|kapitel|woche|lektion|thema|pregunta|clase|capítulo|semana|lección|unidad|tema|séance|cours|chapitre|semaine|leçon|question|pergunta|aula|lição|вопрос|лекция|глава|неделя|урок|тема)\.?[ _]*\d{1,3}[a-z]?\s*(?:[–—:.)_]|\s-\s)\s*|第\s?\d{1,3}\s?[章回課课讲講週周节節](?:[\s_:：–—-]+))/i;
/** Without spaces around it, only if a leading zero shows that the number sorts files. */
const sorting = /^0\d{0,2}[a-z]?-+/;
const unfinished = /[([](?:wip|draft|todo|unfinished)[)\]]$|\sWIP$/i;
const word = /\p{L}/u;
/** Most words of a heading that is still a name. */
const longestName = 12;

/** A name without its leading number; unchanged if nothing else is left. */
export function withoutNumber(name: string): string {
  if (!/\d/.test(name)) return name;
  const isSlug = !/\s/.test(name);
  const lead = [date, number, labelled, sorting]
    .map((kind) => kind.exec(name)?.[0] ?? '')
    .find((text) => text !== '');
  const rest = name.slice(lead?.length ?? 0).trim();
  if (lead === undefined || !word.test(rest)) return name;
  if (lead.endsWith('_')) return spaced(rest, /_+/g);
  return isSlug && lead.endsWith('-') ? spaced(rest, /-+/g) : rest;
}

function spaced(name: string, gaps: RegExp): string {
  return name.replace(gaps, ' ').trim();
}

function finished(name: string): string {
  const rest = name.replace(unfinished, '').trimEnd();
  return word.test(rest) ? rest : name;
}

/** Whether a name is a file name: it starts with a number, or has other characters in place of spaces. */
function isForFiles(title: string): boolean {
  return /^\d/.test(title) || (!/\s/.test(title) && (/_/.test(title) || /-[^-]+-/.test(title)));
}

/** The heading above all others in a note, or null. */
function topHeading({ blocks, masked }: Pick<Outline, 'blocks' | 'masked'>): string | null {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const [first] = headings;
  if (!first || first.depth !== 1 || headings.filter(({ depth }) => depth === 1).length > 1) return null;
  const text = withoutNumber(plainText(masked.slice(first.title.start, first.title.end)).trim());
  return word.test(text) && !isGeneric(text) && countWords(text) <= longestName ? text : null;
}

export function noteSubject(title: string, outline: Pick<Outline, 'blocks' | 'masked'>): string {
  return (isForFiles(title) ? topHeading(outline) : null) ?? finished(withoutNumber(title));
}
