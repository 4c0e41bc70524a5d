// Converts one card of a deck to Markdown. The result is read back as a note: it must be the same card, with the same
// text, and nothing else. If it isn't, the text is escaped further; null if no form can preserve it.
import type { Card } from '../card/card.ts';
import { extractCards } from '../card/extract.ts';
import type { CardOptions } from '../card/options.ts';
import { toAnkiHtml } from './anki-html.ts';
import { inlineCode, readField, type FieldMarkdown, type FieldShape } from './anki-markdown.ts';
import { escapeLevels, type EscapeLevel } from './escape.ts';
import { decodeEntities } from './html-tokens.ts';

/** `callout`: for what can't be a heading, such as a question on the list of skipped headings. */
export type CardForm = 'heading' | 'callout' | 'cloze';

export interface WrittenCard {
  readonly form: CardForm;
  readonly text: string;
  /** The visible text of each card, without whitespace: question and answer. */
  readonly shown: readonly string[];
}

/** Reads notes the way the vault will. */
export interface DeckReader {
  readonly head: string;
  /** Deck of a note with that frontmatter. */
  readonly deck: string;
  readonly options: CardOptions;
  readonly html: boolean;
}

const samplePath = 'Deck.md';

export function deckReader(head: string, options: CardOptions, html: boolean): DeckReader {
  return { head, options, html, deck: extractCards({ path: samplePath, text: head }, options).deck };
}

/** Delimits a section that asks only its clozes. */
export const onlyClozes = '%%only clozes%%';

/** Closes what a card may have left open, inline and on a separate line, so that it shows. */
const next = { question: 'Next', answer: 'next $$ %% --> next\n\n$$\nnext\n$$' };

function visible(markdown: string): string {
  return decodeEntities(toAnkiHtml(markdown).html.replace(/<[^<>]*>/g, '')).replace(/\s+/g, '');
}

/** A card's visible text, for comparison. */
export function shownCard({ question, answer, knownAnswer, source }: Card): string {
  return source === 'cloze' ? visible(knownAnswer ?? answer) : `${visible(question)}\n${visible(answer)}`;
}

function isRead(reader: DeckReader, { form, text, shown }: WrittenCard): boolean {
  const mark = form === 'cloze' ? `${onlyClozes}\n\n` : '';
  const note = `${reader.head}${mark}${text}\n\n## ${next.question}\n${next.answer}\n`;
  const { cards, watched, deck } = extractCards({ path: samplePath, text: note }, reader.options);
  if (!watched || deck !== reader.deck || cards.length !== shown.length + 1) return false;
  const last = cards.at(-1);
  if (last?.question !== next.question || last.answer !== next.answer) return false;
  return cards.slice(0, -1).every((card, index) => card.source === form && shownCard(card) === shown[index]);
}

/** Pairs of levels, the least escaped first. */
const pairs = escapeLevels
  .flatMap((first) => escapeLevels.map((second) => [first, second] as const))
  .sort(([a, b], [c, d]) => a + b - (c + d));

/** For long fields, both sides at once: each try reads them. */
const longField = 5000;

function pairsFor(fields: readonly string[]): typeof pairs {
  const length = fields.reduce((sum, field) => sum + field.length, 0);
  return length > longField ? pairs.filter(([first, second]) => first === second) : pairs;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Text made only of symbols is asked and answered as code, whatever our rules consider a word. */
function asCode({ markdown, isText }: FieldMarkdown): string | null {
  const text = markdown.trim();
  return isText && text !== '' && !text.includes('\n') ? inlineCode(text) : null;
}

class Fields {
  readonly #fields: readonly string[];
  readonly #html: boolean;
  readonly #shape: FieldShape;
  readonly #known = new Map<string, FieldMarkdown>();

  constructor(fields: readonly string[], html: boolean, shape: FieldShape) {
    this.#fields = fields;
    this.#html = html;
    this.#shape = shape;
  }

  at(level: EscapeLevel): FieldMarkdown {
    const key = String(level);
    const known = this.#known.get(key);
    if (known) return known;
    const parts = this.#fields
      .map((field) => readField(field, this.#html, this.#shape, level))
      .filter(({ markdown }) => markdown !== '');
    const found = {
      markdown: parts.map(({ markdown }) => markdown).join('\n\n'),
      shown: parts.map(({ shown }) => shown).join(''),
      isText: parts.every(({ isText }) => isText),
    };
    this.#known.set(key, found);
    return found;
  }
}

/** Whether nothing is left of the fields. */
export function isEmpty(fields: readonly string[], html: boolean): boolean {
  return new Fields(fields, html, 'blocks').at(0).markdown === '';
}

export function writeCard(reader: DeckReader, front: string, back: readonly string[]): WrittenCard | null {
  const questions = new Fields([front], reader.html, 'line');
  const answers = new Fields(back, reader.html, 'blocks');
  const plain = { question: questions.at(0), answer: answers.at(0) };
  const shown = [`${plain.question.shown}\n${plain.answer.shown}`];
  const forms: readonly [CardForm, (question: string, answer: string) => string][] = [
    ['heading', (question, answer) => `## ${question}\n${answer}`],
    ['callout', (question, answer) => `> [!question] ${question}\n${quoted(answer)}`],
  ];
  for (const [form, write] of forms) {
    for (const [first, second] of pairsFor([front, ...back])) {
      const card = { form, shown, text: write(questions.at(first).markdown, answers.at(second).markdown) };
      if (isRead(reader, card)) return card;
    }
    const [question, answer] = [asCode(plain.question), asCode(plain.answer)];
    for (const level of escapeLevels) {
      const sides = [
        [questions.at(level).markdown, answer],
        [question, answers.at(level).markdown],
        [question, answer],
      ] as const;
      for (const [first, second] of sides) {
        if (first === null || second === null) continue;
        const card = { form, shown, text: write(first, second) };
        if (isRead(reader, card)) return card;
      }
    }
  }
  return null;
}

/** Placeholder characters for the marks while the text between them is read. */
const [open, close, hint] = ['\uE000', '\uE001', '\uE002'];
const clozeStart = /\{\{c(\d+)::/gi;

/** Whether a field has a cloze deletion. */
export function hasCloze(field: string): boolean {
  return field.search(clozeStart) >= 0;
}

/** The field with a placeholder for each mark, and the numbers in order; null if one is nested in another. */
function marked(field: string): { text: string; numbers: number[] } | null {
  const numbers: number[] = [];
  let [text, from] = ['', 0];
  for (const { 0: mark, 1: number, index } of field.matchAll(clozeStart)) {
    if (index < from) return null;
    const end = field.indexOf('}}', index);
    if (end < 0) return null;
    const inside = field.slice(index + mark.length, end);
    if (inside.search(clozeStart) >= 0) return null;
    numbers.push(Number(number));
    text += `${field.slice(from, index)}${open}${inside.replace('::', hint)}${close}`;
    from = end + 2;
  }
  return { text: text + field.slice(from), numbers };
}

function withMarks(text: string, numbers: readonly number[], isAnki: boolean): string {
  let at = 0;
  return text.replace(/[\uE000-\uE002]/g, (sign) => {
    if (sign === hint) return isAnki ? '::' : ';;';
    if (sign === close) return isAnki ? '}}' : '==';
    const number = String(numbers[at] ?? 1);
    at += 1;
    return isAnki ? `{{c${number}::` : `==${number};;`;
  });
}

/** @param extra what else the back shows; it goes below the text */
export function writeCloze(reader: DeckReader, front: string, extra: readonly string[]): WrittenCard | null {
  const found = marked(front);
  if (!found) return null;
  const texts = new Fields([found.text], reader.html, 'paragraph');
  const more = new Fields(extra, reader.html, 'blocks');
  const shownText = texts
    .at(0)
    .shown.replace(/\uE002[^\uE001]*/g, '')
    .replace(/[\uE000\uE001]/g, '');
  const shown = [...new Set(found.numbers)].map(() => shownText);
  for (const isAnki of [true, false]) {
    for (const [first, second] of pairsFor([front, ...extra])) {
      const below = more.at(second).markdown;
      const text = withMarks(texts.at(first).markdown, found.numbers, isAnki);
      const card = { form: 'cloze', shown, text: below === '' ? text : `${text}\n\n${below}` } as const;
      if (isRead(reader, card)) return card;
    }
  }
  return null;
}
