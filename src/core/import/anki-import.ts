// A deck of Anki, exported as text or CSV, as notes: one note a deck, questions as headings. Gives files to create and
// writes none.
import type { Problem } from '../note/problem.ts';
import { fromAnkiHtml } from './anki-markdown.ts';
import { readRows, type Row } from './delimited.ts';
import { fileName } from '../text/file-name.ts';
import { problemWords } from '../text/strings.ts';

export interface NewFile {
  /** Path from the vault's root. */
  readonly path: string;
  readonly text: string;
}

export interface AnkiImport {
  readonly files: readonly NewFile[];
  readonly cards: number;
  readonly problems: readonly Problem[];
}

const names: Record<string, string> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};

interface Header {
  readonly separator: string;
  readonly html: boolean;
  readonly deck: string | null;
  /** 0-based columns that are no fields. */
  readonly deckColumn: number | null;
  readonly others: readonly number[];
  readonly lines: number;
}

function guessSeparator(line: string): string {
  return ['\t', ';', ','].find((sign) => line.includes(sign)) ?? '\t';
}

/** Lines `#key:value` at the start, as Anki writes them. */
function readHeader(text: string): Header {
  const values = new Map<string, string>();
  let lines = 0;
  for (const line of text.split('\n')) {
    const found = /^#([a-z ]+):(.*?)\r?$/i.exec(line);
    if (!found) break;
    values.set((found[1] ?? '').toLowerCase(), found[2] ?? '');
    lines += 1;
  }
  const column = (name: string): number | null => {
    const value = Number(values.get(`${name} column`));
    return Number.isInteger(value) && value > 0 ? value - 1 : null;
  };
  const named = values.get('separator');
  const first = text.split('\n')[lines] ?? '';
  return {
    separator:
      named === undefined ? guessSeparator(first) : (names[named.toLowerCase()] ?? (named.charAt(0) || '\t')),
    html: values.get('html')?.toLowerCase() !== 'false',
    deck: values.get('deck') ?? null,
    deckColumn: column('deck'),
    others: ['guid', 'notetype', 'tags'].flatMap((name) => column(name) ?? []),
    lines,
  };
}

interface DeckCard {
  readonly deck: string;
  readonly question: string;
  readonly answer: string;
}

function readCard({ fields }: Row, header: Header, name: string): DeckCard {
  const { deckColumn, others, html } = header;
  const shown = fields.filter((_, column) => column !== deckColumn && !others.includes(column));
  const [front = '', ...back] = shown.map((field) => fromAnkiHtml(field, html));
  return {
    deck: (deckColumn === null ? header.deck : fields[deckColumn]) || name,
    question: front
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' '),
    answer: back.filter((field) => field !== '').join('\n\n'),
  };
}

/** What would open a heading inside an answer would cut it in two. */
function asAnswer(answer: string): string {
  return answer
    .replace(/^([ \t]{0,3})(?=#{1,6}[ \t])/gm, '$1\\')
    .replace(/^([ \t]{0,3})(?=(?:=+|-+)[ \t]*$)/gm, '$1\\');
}

function noteOf(cards: readonly DeckCard[], tag: string): string {
  const parts = cards.map(({ question, answer }) => `## ${question}\n${asAnswer(answer)}\n`);
  return `---\ntags: [${tag}]\n---\n${parts.join('\n')}`;
}

/**
 * @param path of the deck's file, for problems and as the deck's name where the file does not tell one
 * @param folder for the new notes, from the vault's root
 * @param tag a watched tag, without `#`
 */
export function importDeck(path: string, content: string, folder: string, tag: string): AnkiImport {
  const text = content.replace(/^\uFEFF/, '');
  const header = readHeader(text);
  const body = text.split('\n').slice(header.lines).join('\n');
  const { rows, unclosed } = readRows(body, header.separator, header.lines + 1);
  const problems: Problem[] = [];
  if (unclosed !== null) problems.push({ path, line: unclosed, message: problemWords.deck.openQuote });
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  // Names that differ in their case only are one file on many systems.
  const decks = new Map<string, { readonly file: string; readonly own: DeckCard[] }>();
  let cards = 0;
  for (const row of rows) {
    const card = readCard(row, header, name);
    if (card.question === '' || card.answer === '') {
      const { noQuestion, noAnswer } = problemWords.deck;
      problems.push({ path, line: row.line, message: card.question === '' ? noQuestion : noAnswer });
      continue;
    }
    cards += 1;
    const file = [folder, ...card.deck.split('::').map((part) => fileName(part) || 'Deck')]
      .filter((part) => part !== '')
      .join('/');
    const deck = decks.get(file.toLowerCase()) ?? { file, own: [] };
    deck.own.push(card);
    decks.set(file.toLowerCase(), deck);
  }
  const files = [...decks.values()].map(({ file, own }) => ({ path: `${file}.md`, text: noteOf(own, tag) }));
  return { files, cards, problems };
}
