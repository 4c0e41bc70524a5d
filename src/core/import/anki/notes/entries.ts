// What a note of Anki's gives one of ours: a card of each template, a text with its clozes, or a picture with boxes.
import type { Message } from '../../../text/message.ts';
import { problemMessage } from '../../../text/message.ts';
import { draftCard, draftCloze, writeCard, writeCloze, type DeckReader } from '../../deck-card.ts';
import { readField } from '../../anki-markdown.ts';
import { decodeEntities, htmlTokens } from '../../html-tokens.ts';
import type { AnkiCard, AnkiNote, AnkiNoteType } from '../collection.ts';
import { clozeNumbers, hideCloze } from '../templates/cloze.ts';
import { renderCloze, renderSides, type TemplateValues } from '../templates/render.ts';
import type { Template } from '../templates/template.ts';
import { occlusionBoxes, type PackageOcclusion } from './occlusion.ts';
import type { NoteEntry } from './write-note.ts';

/** A note of Anki's and those of its cards that go together. */
export interface Source {
  readonly note: AnkiNote;
  readonly type: ReadType;
  /** By their ordinals. */
  readonly cards: readonly AnkiCard[];
  /** Full name in Anki. */
  readonly deck: string;
  /** As ours may be. */
  readonly tags: readonly string[];
}

export interface ReadType {
  readonly type: AnkiNoteType;
  readonly templates: ReadonlyMap<number, ReadTemplate>;
}

export interface ReadTemplate {
  readonly name: string;
  readonly front: Template;
  readonly back: Template;
}

export interface Entry extends NoteEntry {
  readonly source: Source;
  /** Anki's, which it gives. */
  readonly own: readonly AnkiCard[];
  /** HTML. */
  readonly front: string;
  readonly occlusion?: PackageOcclusion;
  /** What it is written as if a note cannot hold it like this. */
  readonly instead?: () => readonly Entry[];
}

/** @param card null for what concerns the note, which comes along otherwise */
export type Leave = (source: Source, card: AnkiCard | null, html: string, reason: Message) => void;

/** The first words of a field, for people. */
export function firstWords(html: string): string {
  const text = decodeEntities(html.slice(0, 1000).replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function valuesOf({ note, type, deck }: Source, card: AnkiCard, template: ReadTemplate): TemplateValues {
  const isCloze = type.type.kind === 'cloze';
  return {
    fields: new Map(type.type.fields.map((name, at) => [name, note.fields[at] ?? ''])),
    tags: note.tags,
    noteType: type.type.name,
    deck,
    card: isCloze ? `Cloze ${String(card.ordinal + 1)}` : template.name,
    flag: card.flag,
    cloze: isCloze ? card.ordinal + 1 : null,
  };
}

/** In characters of HTML: what is longer is no card, and takes minutes to write as a note. */
const longestCard = 100_000;

function isHuge(front: string, back: readonly string[]): boolean {
  return back.reduce((sum, side) => sum + side.length, front.length) > longestCard;
}

/** A question and its answer; null if one of them is empty. */
function questionEntry(
  source: Source,
  card: AnkiCard,
  front: string,
  back: readonly string[],
  reader: DeckReader,
  leave: Leave,
): readonly Entry[] {
  const draft = isHuge(front, back) ? null : draftCard(reader, front, back);
  if (draft === null || typeof draft === 'string') {
    leave(source, card, front, problemMessage(`deck/${draft ?? 'notKept'}`));
    return [];
  }
  const rewrite = () => writeCard(reader, front, back);
  return [{ source, own: [card], front, tags: source.tags, card: draft, idsOf: () => [card.id], rewrite }];
}

function standardEntries(source: Source, reader: DeckReader, leave: Leave): Entry[] {
  return source.cards.flatMap((card) => {
    const template = source.type.templates.get(card.ordinal);
    if (!template) {
      leave(source, card, source.note.fields[0] ?? '', problemMessage('deck/noNote'));
      return [];
    }
    const { front, back } = renderSides(template.front, template.back, valuesOf(source, card, template));
    return questionEntry(source, card, front, back, reader, leave);
  });
}

/** Whether a formula hides something, or one cloze belongs to several cards: no mark of ours does. */
function isHard(html: string): boolean {
  return (
    /\{\{c\d+,/i.test(html) ||
    htmlTokens(html, true, true).some(
      ({ kind, ...token }) => /Maths$/.test(kind) && 'text' in token && token.text.includes('{{c'),
    )
  );
}

function clozeEntries(source: Source, reader: DeckReader, leave: Leave): readonly Entry[] {
  const [template] = source.type.templates.values();
  if (!template) {
    for (const card of source.cards)
      leave(source, card, source.note.fields[0] ?? '', problemMessage('deck/noNote'));
    return [];
  }
  const sides = source.cards.map((card) => ({
    card,
    number: card.ordinal + 1,
    ...renderCloze(template.front, template.back, valuesOf(source, card, template)),
  }));
  const asked = sides.filter(({ card, number, front }) => {
    const isThere = clozeNumbers(front).includes(number);
    if (!isThere) leave(source, card, front, problemMessage('deck/noQuestion'));
    return isThere;
  });
  const [first] = asked;
  if (!first) return [];
  const { front, back } = first;
  const questions = (): readonly Entry[] => {
    leave(source, null, hideCloze(front, null), problemMessage('deck/asQuestions'));
    return asked.flatMap((one) =>
      questionEntry(
        source,
        one.card,
        hideCloze(one.front, one.number),
        [hideCloze(one.front, null), ...one.back],
        reader,
        leave,
      ),
    );
  };
  const isOne = asked.every((one) => one.front === front && one.back.join('\0') === back.join('\0'));
  const draft = isOne && !isHuge(front, back) && !isHard(front) ? draftCloze(reader, front, back) : null;
  if (!draft) return questions();
  const ids = new Map(asked.map(({ card, number }) => [number, card.id]));
  return [
    {
      source,
      own: asked.map(({ card }) => card),
      front: hideCloze(front, null),
      tags: source.tags,
      card: draft,
      idsOf: ({ numbers = [] }) => numbers.map((number) => ids.get(number) ?? null),
      rewrite: () => writeCloze(reader, front, back),
      instead: questions,
    },
  ];
}

const pictureName = /<img\b[^<>]*\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

function occlusionEntries(source: Source, reader: DeckReader, leave: Leave): readonly Entry[] {
  const [field = '', image = '', header = '', ...below] = source.note.fields;
  const found = pictureName.exec(image);
  const { boxes, hidesAll } = occlusionBoxes(field);
  const own = source.cards.filter((card) => {
    const isThere = found !== null && boxes.has(card.ordinal + 1);
    if (!isThere) leave(source, card, header, problemMessage('deck/noQuestion'));
    return isThere;
  });
  if (!found || own.length === 0) return [];
  const written = (level: 1 | 3): Entry['card'] => {
    const texts = [header, image, ...below].map(
      (html) => readField(html, reader.source, 'blocks', level).markdown,
    );
    return { form: 'cloze', shown: [], text: texts.filter((text) => text !== '').join('\n\n') };
  };
  const picture = decodeEntities(found[1] ?? found[2] ?? found[3] ?? '').normalize('NFC');
  return [
    {
      source,
      own,
      front: header,
      tags: source.tags,
      card: written(1),
      idsOf: () => [],
      rewrite: () => written(3),
      occlusion: {
        picture,
        hidesAll,
        cards: own.map(({ id, ordinal }) => ({ card: id, boxes: boxes.get(ordinal + 1) ?? [] })),
      },
    },
  ];
}

/** What is left out is told at once. */
export function entriesOf(source: Source, reader: DeckReader, leave: Leave): readonly Entry[] {
  const { kind } = source.type.type;
  if (kind === 'occlusion') return occlusionEntries(source, reader, leave);
  if (kind === 'cloze') return clozeEntries(source, reader, leave);
  return standardEntries(source, reader, leave);
}
