// Converts one card of a deck to Markdown. The result is read back as a note: it must be the same card, with the same
// text, and nothing else. If it isn't, the text is escaped further; null if no form can preserve it.
import type { Card } from '../card/card.ts';
import { extractCards } from '../card/extract.ts';
import type { CardOptions } from '../card/options.ts';
import { visibleText } from './anki-html.ts';
import {
  inlineCode,
  readField,
  type FieldMarkdown,
  type FieldShape,
  type FieldSource,
} from './anki-markdown.ts';
import { escapeLevels, type EscapeLevel } from './escape.ts';

/**
 * `callout`: for what can't be a heading, such as a question on the list of skipped headings. `separator`: for what a
 * heading or callout would list, but not ask.
 */
export type CardForm = 'heading' | 'callout' | 'separator' | 'cloze';

export interface WrittenCard {
  readonly form: CardForm;
  readonly text: string;
  /** The visible text of each card, without whitespace: question and answer. */
  readonly shown: readonly string[];
  /** Of a cloze: the numbers of its cards, in the order in which they are read. */
  readonly numbers?: readonly number[];
}

/** Reads notes the way the vault will. */
export interface DeckReader {
  readonly head: string;
  /** Deck of a note with that frontmatter. */
  readonly deck: string;
  readonly options: CardOptions;
  readonly source: FieldSource;
  /** Whether a card must also be asked, not only listed. */
  readonly asks: boolean;
}

const samplePath = 'Deck.md';

export function deckReader(
  head: string,
  options: CardOptions,
  source: FieldSource,
  asks = false,
): DeckReader {
  const { deck } = extractCards({ path: samplePath, text: head }, options);
  return { head, options, source, asks, deck };
}

/** Delimits a section that asks only its clozes. */
export const onlyClozes = '%%only clozes%%';

/** Closes what a card may have left open, inline and on a separate line, so that it shows. */
const next = { question: 'Next', answer: 'next $$ %% --> next\n\n$$\nnext\n$$' };

/** A card's visible text, for comparison. */
export function shownCard({ question, answer, knownAnswer, source }: Card): string {
  return source === 'cloze'
    ? visibleText(knownAnswer ?? answer)
    : `${visibleText(question)}\n${visibleText(answer)}`;
}

/** `listed`: it is the card, but not asked. */
type Reading = 'asked' | 'listed' | null;

function readAs(reader: DeckReader, { form, text, shown }: WrittenCard): Reading {
  const mark = form === 'cloze' ? `${onlyClozes}\n\n` : '';
  const note = `${reader.head}${mark}${text}\n\n## ${next.question}\n${next.answer}\n`;
  const { cards, watched, deck } = extractCards({ path: samplePath, text: note }, reader.options);
  if (!watched || deck !== reader.deck || cards.length !== shown.length + 1) return null;
  const last = cards.at(-1);
  if (last?.question !== next.question || last.answer !== next.answer) return null;
  const own = cards.slice(0, -1);
  if (!own.every((card, index) => card.source === form && shownCard(card) === shown[index])) return null;
  return reader.asks && own.some(({ aside }) => aside === true) ? 'listed' : 'asked';
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
  readonly #source: FieldSource;
  readonly #shape: FieldShape;
  readonly #known = new Map<string, FieldMarkdown>();

  constructor(fields: readonly string[], source: FieldSource, shape: FieldShape) {
    this.#fields = fields;
    this.#source = source;
    this.#shape = shape;
  }

  at(level: EscapeLevel): FieldMarkdown {
    const key = String(level);
    const known = this.#known.get(key);
    if (known) return known;
    const parts = this.#fields
      .map((field) => readField(field, this.#source, this.#shape, level))
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
export function isEmpty(fields: readonly string[], source: FieldSource): boolean {
  return new Fields(fields, source, 'blocks').at(0).markdown === '';
}

const headingText = (question: string, answer: string): string => `## ${question}\n${answer}`;
const calloutText = (question: string, answer: string): string =>
  `> [!question] ${question}\n${quoted(answer)}`;

/** Both sides around a separator; null if one has a blank line that it needs. */
function separated({ options }: DeckReader, front: string, back: string): string | null {
  const { inline, block } = options.separators;
  const [question, answer] = [front, back].map((text) => text.replace(/\n\n(?=- |\d{1,9}\. |```)/g, '\n'));
  if (question === undefined || answer === undefined || /\n\n|\|\n/.test(`${question}\n${answer}`))
    return null;
  const isShort = inline !== '' && !/\n/.test(question + answer);
  if (!isShort && block === '') return null;
  return isShort ? `${question} ${inline} ${answer}` : `${question}\n${block}\n${answer}`;
}

export type EmptySide = 'noQuestion' | 'noAnswer';

interface Way extends WrittenCard {
  /** With all signs escaped, of the first way of a form: if that is not read, nor are those between. */
  readonly most?: string | null;
  readonly isCode?: boolean;
}

/** A form of cards, and its text by how much question and answer are escaped. */
type FormOfCard = readonly [CardForm, (first: EscapeLevel, second: EscapeLevel) => string | null];

/** The ways to write a card, best first; its form changes once none of its texts is read. */
function* waysToWrite(
  reader: DeckReader,
  front: string,
  back: readonly string[],
): Generator<Way, EmptySide | null> {
  const questions = new Fields([front], reader.source, 'line');
  const answers = new Fields(back, reader.source, 'blocks');
  const plain = { question: questions.at(0), answer: answers.at(0) };
  const shown = [`${plain.question.shown}\n${plain.answer.shown}`];
  if (plain.question.markdown === '') return 'noQuestion';
  if (plain.answer.markdown === '') return 'noAnswer';
  const lines = new Fields([front], reader.source, 'blocks');
  const separate: FormOfCard = [
    'separator',
    (first, second) => separated(reader, lines.at(first).markdown, answers.at(second).markdown),
  ];
  const isInLines = reader.asks && /<(?:[uo]l|pre)\b/i.test(front);
  const written =
    (write: (question: string, answer: string) => string): FormOfCard[1] =>
    (first, second) =>
      write(questions.at(first).markdown, answers.at(second).markdown);
  const forms: readonly FormOfCard[] = [
    ...(isInLines ? [separate] : []),
    ['heading', written(headingText)],
    ['callout', written(calloutText)],
    ...(reader.asks && !isInLines ? [separate] : []),
  ];
  for (const [form, write] of forms) {
    for (const [first, second] of pairsFor([front, ...back])) {
      const text = write(first, second);
      const isFirst = reader.asks && first + second === 0;
      if (text !== null) yield { form, shown, text, ...(isFirst && { most: write(3, 3) }) };
    }
    if (form === 'separator') continue;
    const inForm = form === 'heading' ? headingText : calloutText;
    const [question, answer] = [plain.question, plain.answer].map((side) =>
      reader.asks && /\p{L}/u.test(side.shown) ? null : asCode(side),
    );
    for (const level of escapeLevels) {
      const sides = [
        [questions.at(level).markdown, answer],
        [question, answers.at(level).markdown],
        [question, answer],
      ] as const;
      for (const [first, second] of sides)
        if (typeof first === 'string' && typeof second === 'string')
          yield { form, shown, text: inForm(first, second), isCode: true };
    }
  }
  return null;
}

/** The first way to write a card, before anyone reads it. */
export function draftCard(
  reader: DeckReader,
  front: string,
  back: readonly string[],
): WrittenCard | EmptySide | null {
  return waysToWrite(reader, front, back).next().value;
}

/** The card in the first form that is read as the card and asked; else in one that is only listed. */
function firstRead(reader: DeckReader, ways: Iterable<Way>): WrittenCard | null {
  let listed: WrittenCard | null = null;
  let skipped: CardForm | null = null;
  let hopeless: CardForm | null = null;
  for (const card of ways) {
    if (card.form === skipped || (card.form === hopeless && card.isCode !== true)) continue;
    const reading = readAs(reader, card);
    if (reading === 'asked') return card;
    if (reading === null && typeof card.most === 'string' && !readAs(reader, { ...card, text: card.most }))
      hopeless = card.form;
    if (reading !== 'listed') continue;
    listed ??= card;
    // Other texts in this form are not asked either.
    skipped = card.form;
  }
  return listed;
}

export function writeCard(reader: DeckReader, front: string, back: readonly string[]): WrittenCard | null {
  return firstRead(reader, waysToWrite(reader, front, back));
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

type ClozeSyntax = 'highlight' | 'anki' | 'numbered';

function withMarks(text: string, numbers: readonly number[], syntax: ClozeSyntax): string {
  let at = 0;
  return text.replace(/[\uE000-\uE002]/g, (sign) => {
    if (sign === hint) return syntax === 'anki' ? '::' : ';;';
    if (sign === close) return syntax === 'anki' ? '}}' : '==';
    const number = String(numbers[at] ?? 1);
    at += 1;
    return syntax === 'anki' ? `{{c${number}::` : syntax === 'numbered' ? `==${number};;` : '==';
  });
}

function* waysToHide(
  reader: DeckReader,
  front: string,
  extra: readonly string[],
): Generator<WrittenCard, null> {
  const found = marked(front);
  if (!found) return null;
  const texts = new Fields([found.text], reader.source, 'paragraph');
  const more = new Fields(extra, reader.source, 'blocks');
  const shownText = texts
    .at(0)
    .shown.replace(/\uE002[^\uE001]*/g, '')
    .replace(/[\uE000\uE001]/g, '');
  const all = [...new Set(found.numbers)];
  const shown = all.map(() => shownText);
  const isPlain = reader.asks && all.length === found.numbers.length;
  const syntaxes: readonly ClozeSyntax[] = [...(isPlain ? ['highlight' as const] : []), 'anki', 'numbered'];
  for (const syntax of syntaxes) {
    const numbers = syntax === 'highlight' ? all : [...all].sort((a, b) => a - b);
    for (const [first, second] of pairsFor([front, ...extra])) {
      const below = more.at(second).markdown;
      const text = withMarks(texts.at(first).markdown, found.numbers, syntax);
      yield { form: 'cloze', shown, numbers, text: below === '' ? text : `${text}\n\n${below}` };
    }
  }
  return null;
}

/** As `draftCard`; null if one cloze is nested in another. */
export function draftCloze(reader: DeckReader, front: string, extra: readonly string[]): WrittenCard | null {
  return waysToHide(reader, front, extra).next().value;
}

/** @param extra what else the back shows; it goes below the text */
export function writeCloze(reader: DeckReader, front: string, extra: readonly string[]): WrittenCard | null {
  return firstRead(reader, waysToHide(reader, front, extra));
}
