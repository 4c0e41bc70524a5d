// Edits within one note that change what cards say.
import type { Donor } from './donor.ts';
import type { Marker, MarkedNote } from './marked-vault.ts';
import { bodyStart, headingDepth, leadIn, proseLines, replaceLine, sections, splice } from './outline.ts';
import type { Random } from './random.ts';
import { addSentence, removeSentence, replaceWords, reword, typo } from './words.ts';

export interface Tools {
  readonly random: Random;
  readonly marker: Marker;
  readonly donor: Donor;
}

/** The edited note; the same note if there is nothing to edit. */
export type NoteEdit = (note: MarkedNote, tools: Tools) => MarkedNote;

/** Changes one line of prose, leaving its lead-in and list marker alone. */
function onLine(change: (text: string, tools: Tools) => string): NoteEdit {
  return (note, tools) => {
    const lines = proseLines(note, 0, note.lines.length);
    if (lines.length === 0) return note;
    const at = tools.random.pick(lines);
    const text = note.lines[at]?.text ?? '';
    const head = /^(?:\s|>|[-*+]\s|\d+\.\s)*(?:\*\*[^*]+\*\*)?/.exec(text)?.[0] ?? '';
    const body = text.slice(head.length);
    return /\p{L}{3}/u.test(body) ? replaceLine(note, at, head + change(body, tools)) : note;
  };
}

export const fixTypo = onLine((text, { random }) => typo(text, random));
export const writeSentence = onLine((text, { random, donor }) =>
  addSentence(text, random.pick(donor.sentences), random),
);
export const dropSentence = onLine((text, { random }) => removeSentence(text, random));
export const rephrase = onLine((text, { random, donor }) => replaceWords(text, 0.15, donor.words, random));

/** Replaces a third to two thirds of the words of one answer. */
export const rewriteAnswer: NoteEdit = (note, { random, donor }) => {
  const section = random.pickOr(sections(note), null);
  if (section === null) return note;
  const share = 0.3 + 0.3 * random.next();
  return proseLines(note, section.start + 1, section.ownEnd).reduce((edited, at) => {
    const text = edited.lines[at]?.text ?? '';
    const head = /^(?:\s|>|[-*+]\s|\d+\.\s)*(?:\*\*[^*]+\*\*)?/.exec(text)?.[0] ?? '';
    return replaceLine(edited, at, head + replaceWords(text.slice(head.length), share, donor.words, random));
  }, note);
};

export const addLine: NoteEdit = (note, { random, donor, marker }) => {
  const lines = proseLines(note, 0, note.lines.length);
  if (lines.length === 0) return note;
  const at = random.pick(lines);
  const mark = /^\s*(?:>\s*)*(?:[-*+]\s)?/.exec(note.lines[at]?.text ?? '')?.[0] ?? '';
  return splice(note, at + 1, at + 1, [{ mark: marker(), text: mark + random.pick(donor.sentences) }]);
};

export const reorderList: NoteEdit = (note, { random }) => {
  const items = proseLines(note, 0, note.lines.length).filter((at) =>
    [at, at + 1].every((line) => /^[-*+] /.test(note.lines[line]?.text ?? '')),
  );
  const at = random.pickOr(items, null);
  if (at === null) return note;
  return splice(note, at, at + 2, note.lines.slice(at, at + 2).reverse());
};

export const rewordHeading: NoteEdit = (note, { random, donor }) => {
  const section = random.pickOr(sections(note), null);
  if (section === null) return note;
  const text = note.lines[section.start]?.text ?? '';
  const title = text.slice(section.depth).trim();
  return replaceLine(
    note,
    section.start,
    `${'#'.repeat(section.depth)} ${reword(title, donor.words, random)}`,
  );
};

/** Moves a section and everything below it one level up or down. */
export const changeLevel: NoteEdit = (note, { random }) => {
  const section = random.pickOr(sections(note), null);
  if (section === null) return note;
  const down = random.chance(0.5) ? 1 : -1;
  return {
    ...note,
    lines: note.lines.map((line, at) => {
      const depth = headingDepth(line.text);
      const isInside = at >= section.start && at < section.end && depth > 0;
      if (!isInside || depth + down < 1 || depth + down > 6) return line;
      return { ...line, text: `${'#'.repeat(depth + down)}${line.text.slice(depth)}` };
    }),
  };
};

function leadInLines(note: MarkedNote): number[] {
  return note.lines.flatMap(({ text }, at) => (leadIn(text) === null ? [] : [at]));
}

export const rewordLeadIn: NoteEdit = (note, { random, donor }) => {
  const at = random.pickOr(leadInLines(note), null);
  const found = at === null ? null : leadIn(note.lines[at]?.text ?? '');
  if (at === null || found === null) return note;
  const end = /[:.?–]$/.exec(found.lead)?.[0] ?? '';
  const words = reword(found.lead.slice(0, found.lead.length - end.length), donor.words, random);
  return replaceLine(note, at, `**${words}${end}**${found.rest}`);
};

/** Turns the bold opening of a paragraph into a heading above it. */
export const leadInToHeading: NoteEdit = (note, { random, marker }) => {
  const at = random.pickOr(leadInLines(note), null);
  const line = at === null ? undefined : note.lines[at];
  const found = line === undefined ? null : leadIn(line.text);
  if (at === null || line === undefined || found === null) return note;
  const above =
    sections(note)
      .filter(({ start }) => start < at)
      .at(-1)?.depth ?? 1;
  const heading = `${'#'.repeat(Math.min(6, above + 1))} ${found.lead.replace(/[:.–]$/, '')}`;
  const rest = found.rest.replace(/^[:.?–]?\s*/, '');
  return splice(note, at, at + 1, [
    { mark: line.mark, text: heading },
    ...(rest === '' ? [] : [{ mark: marker(), text: rest }]),
  ]);
};

export const rewordCallout: NoteEdit = (note, { random, donor }) => {
  const titles = note.lines.flatMap(({ text }, at) => (/^>\s*\[![^\]]+\][+-]?\s+\S/.test(text) ? [at] : []));
  const at = random.pickOr(titles, null);
  if (at === null) return note;
  const [, head = '', title = ''] =
    /^(>\s*\[![^\]]+\][+-]?\s+)(\S.*)$/.exec(note.lines[at]?.text ?? '') ?? [];
  return replaceLine(note, at, head + reword(title, donor.words, random));
};

export const editProperty: NoteEdit = (note, { random, donor, marker }) => {
  const end = bodyStart(note.lines);
  if (end === 0) {
    return splice(
      note,
      0,
      0,
      ['---', 'tags: [flashcards]', '---'].map((text) => ({ mark: marker(), text })),
    );
  }
  const at = note.lines.findIndex(({ text }, line) => line < end && text.startsWith('summary: '));
  const summary = note.lines[at]?.text.slice('summary: '.length) ?? '';
  if (at < 0 || random.chance(0.4)) {
    return splice(note, end - 1, end - 1, [{ mark: marker(), text: `created: ${2020 + random.below(7)}` }]);
  }
  if (/^["'[>|]/.test(summary)) return note;
  const changed = random.chance(0.5)
    ? typo(summary, random)
    : replaceWords(summary, 0.2, donor.words, random);
  return replaceLine(note, at, `summary: ${changed}`);
};

export const windowsLines: NoteEdit = (note) => ({ ...note, crlf: !note.crlf });

export const blankLines: NoteEdit = (note, { random, marker }) => {
  const headings = sections(note).map(({ start }) => start);
  const at = random.pickOr(headings, null);
  if (at === null) return note;
  return splice(note, at + 1, at + 1, [{ mark: marker(), text: '' }]);
};
