// Table cards: the first cell of a row asks for the others, or, where the user wants it of wide tables, for each of them.
import { blocksIn, type Block } from '../../note/outline.ts';
import { plainText } from '../../note/plain-text.ts';
import { beforeSpace } from '../../note/blanks.ts';
import type { RawBlock } from '../../note/scan/raw-block.ts';
import { firstAfter } from '../../note/sorted-spans.ts';
import { sliceRun, sliceRuns, type Run, type Span } from '../../note/span.ts';
import { type Draft, type Found, type NoteText, type SectionSource, type Skipped } from '../draft.ts';
import type { Section } from '../section.ts';
import { askingColumn, asksByRow, asksMore } from '../table/askable.ts';
import { mayHoldTable, readTable, type Row, type Table } from '../table/cells.ts';
import { answerKind } from '../text/answer.ts';
import { afterLine, lineStart, subRun, subtractFromRun } from '../text/pieces.ts';

/** A line above a table that names it. */
interface Caption extends Span {
  readonly text: string;
}

/** A table in its container's own text, whose offsets `place` turns into those of the note. */
interface Placed {
  readonly table: Table;
  readonly place: (span: Span) => Run;
  /** The title of its callout. */
  readonly about: readonly string[];
  readonly caption: Caption | null;
}

/** Most words of a line above a table that names it. */
const longestCaption = 12;

/** "**Types of records**:" above a table, alone on its line. */
function captionOf(masked: string, block: RawBlock | Block | undefined): Caption | null {
  if (block?.kind !== 'paragraph') return null;
  const end = beforeSpace(masked, block.start, block.end);
  const start = Math.max(block.start, lineStart(masked, end));
  const plain = plainText(masked.slice(start, end)).trim();
  // A statement before it stays an answer.
  if (
    !/[:：]$/.test(plain) ||
    /[.!?。！？](?:\s|$)/.test(plain) ||
    plain.split(/\s+/).length > longestCaption
  )
    return null;
  return { text: plain.slice(0, -1).trim(), start, end };
}

function tablesOf(note: NoteText, section: Section, index: number): Placed[] {
  const { masked } = note.outline;
  const block = section.blocks[index];
  if (block?.kind === 'table') {
    const table = readTable(masked, block);
    const caption = captionOf(masked, section.blocks[index - 1]);
    return table ? [{ table, place: (span) => [span], about: [], caption }] : [];
  }
  if (block?.kind !== 'callout' || note.options.skippedCallouts.includes(block.type)) return [];
  const { body, title } = block;
  const text = sliceRun(masked, body);
  if (!mayHoldTable(text)) return [];
  const about = title ? [plainText(masked.slice(title.start, title.end))] : [];
  const place = ({ start, end }: Span): Run => subRun(body, start, end);
  return blocksIn(text).flatMap((inner, at, all) => {
    const table = inner.kind === 'table' ? readTable(text, inner) : null;
    return table ? [{ table, place, about, caption: captionOf(text, all[at - 1]) }] : [];
  });
}

const noCell: Span = { start: 0, end: 0 };

interface TableCards extends Omit<Found, 'claims'> {
  /** Rows that no card asks; they stay in the answer around the table, below its head. */
  readonly left: readonly Row[];
}

/** A text of signs alone, which would be a list or a rule, as signs. */
const signsAlone = /^[!-/:-@[-`{-~]+$/;

/** In a cell, a bar has a backslash. */
const withoutEscapes = (cell: string): string => cell.replaceAll('\\|', '|');

class TableReader {
  readonly #note: NoteText;
  readonly #section: Section;
  readonly #placed: Placed;
  readonly #heads: readonly string[];
  readonly #isPair: boolean;

  constructor(note: NoteText, section: Section, placed: Placed) {
    this.#note = note;
    this.#section = section;
    this.#placed = placed;
    this.#heads = placed.table.head.cells.map((cell) => this.#plain(this.#shown(cell)));
    this.#isPair = this.#heads.length === 2;
  }

  /** Without drafts, the table asks nothing. */
  read(): TableCards {
    const none: TableCards = { drafts: [], skipped: [], left: [] };
    const { wideTables } = this.#note.options;
    const { column, named } = askingColumn(this.#heads);
    const { body } = this.#placed.table;
    const groups = this.#grouped(column);
    // A first row that nothing names belongs to no card, and could not stay without the others.
    if (groups[0]?.[0] !== body.find(({ isText }) => !isText)) return none;
    const isWide = wideTables !== 'off' || named >= 0;
    const written = (cells: readonly Span[]): string[] => cells.map((cell) => this.#shown(cell));
    const rows = groups.map(([row]) => written(row?.cells ?? []));
    const heads = written(this.#placed.table.head.cells);
    if (!asksByRow({ heads, rows, column, isWide, plain: (cell) => this.#plain(cell) })) return none;
    const byCell = wideTables === 'cells' && !this.#isPair && named < 0;
    const drafts: Draft[] = [];
    const skipped: Skipped[] = [];
    const left: Row[] = body.filter(({ isText }) => isText);
    const head = this.#heads[column === 0 ? 1 : 0] ?? '';
    const chip = this.#isPair && asksMore(head) ? head : null;
    for (const group of groups) {
      const isAnswered = named < 0 || group.some(({ cells }) => this.#shown(cells[named] ?? noCell) !== '');
      const made = !isAnswered ? [] : byCell ? this.#byCell(group, column) : this.#byRow(group, column, chip);
      const [first] = group;
      if (made.length > 0) drafts.push(...made);
      else if (this.#others(group, column).length > 0) left.push(...group);
      else if (first) skipped.push({ at: this.#start(first), reason: 'no text of its own' });
    }
    // A table of links alone leads elsewhere.
    const isIndex = drafts.every(
      ({ answerText, answer }) =>
        answerKind(answerText ?? sliceRuns(this.#note.outline.masked, answer)) === 'only links',
    );
    return isIndex ? none : { drafts, skipped, left };
  }

  /** A row with an empty first cell continues the row above it. Text below the table is none of its rows. */
  #grouped(column: number): readonly (readonly Row[])[] {
    const groups: Row[][] = [];
    for (const row of this.#placed.table.body) {
      if (row.isText) continue;
      const last = groups.at(-1);
      if (this.#shown(row.cells[column] ?? noCell) !== '') groups.push([row]);
      else last?.push(row);
    }
    return groups;
  }

  #byRow(rows: readonly Row[], column: number, chip: string | null): Draft[] {
    const cells = this.#others(rows, column);
    const answer = cells.map(({ cell }) => this.#run(cell));
    const text = this.#textOf(cells);
    if (!this.#says(text)) return [];
    const needsText = text !== sliceRuns(this.#note.text, answer);
    return [
      {
        ...this.#base(rows, column),
        answer,
        chip,
        ...(needsText && { answerText: text }),
      },
    ];
  }

  /** The cells below each other, with their heads where there are several. */
  #textOf(cells: readonly { readonly cell: Span; readonly head: string }[]): string {
    if (this.#isPair) return cells.map(({ cell }) => this.#answered(cell)).join('\n\n');
    return cells
      .map(({ cell, head }) => `- ${head === '' ? '' : `**${head}:** `}${this.#answered(cell)}`)
      .join('\n');
  }

  #byCell(rows: readonly Row[], column: number): Draft[] {
    const base = this.#base(rows, column);
    return this.#heads.flatMap((head, at): Draft[] => {
      const cells = this.#others(rows, column).filter((one) => one.column === at);
      const answer = cells.map(({ cell }) => this.#run(cell));
      const text = cells.map(({ cell }) => this.#answered(cell)).join('\n\n');
      if (at === column || !this.#says(text)) return [];
      return [
        {
          ...base,
          questionText: head === '' ? base.questionText : `${base.questionText} – ${head}`,
          answer,
          answerText: text,
          tests: base.at,
        },
      ];
    });
  }

  #base(rows: readonly Row[], column: number) {
    const [row] = rows;
    const cell = row?.cells[column] ?? noCell;
    const { headings, shownHeadings } = this.#section;
    const { about, caption } = this.#placed;
    return {
      source: 'table',
      question: this.#run(cell),
      questionText: this.#shown(cell),
      chip: null,
      nth: null,
      headings,
      context: [this.#note.title, ...shownHeadings, ...about, ...(caption ? [caption.text] : [])],
      at: row ? this.#start(row) : 0,
    } as const;
  }

  /** The cells that answer, with their heads; empty ones are left out. */
  #others(rows: readonly Row[], column: number) {
    return rows.flatMap(({ cells }) =>
      cells.flatMap((cell, at) =>
        at === column || cell.start === cell.end ? [] : [{ cell, column: at, head: this.#heads[at] ?? '' }],
      ),
    );
  }

  /** A link is an answer here: its row says what of. */
  #says(answer: string): boolean {
    return answerKind(answer) !== 'empty';
  }

  #answered(cell: Span): string {
    const text = this.#shown(cell);
    return signsAlone.test(text) ? text.replace(/./g, '\\$&') : text;
  }

  #plain(cell: string): string {
    return plainText(cell).replace(/\s+/g, ' ').trim();
  }

  #run(cell: Span): Run {
    return subtractFromRun(this.#placed.place(cell), this.#note.outline.hidden);
  }

  #shown(cell: Span): string {
    return withoutEscapes(sliceRun(this.#note.text, this.#run(cell))).trim();
  }

  #start(row: Row): number {
    return this.#placed.place({ start: row.start, end: row.start + 1 })[0]?.start ?? 0;
  }
}

/** Tables that name something in each row. One that asks leaves the answer around it. */
export const tableCards: SectionSource = (note, section, taken) => {
  const drafts: Draft[] = [];
  const skipped: Skipped[] = [];
  const claims: Span[] = [];
  for (const [index, { kind }] of section.blocks.entries()) {
    if (kind !== 'table' && kind !== 'callout') continue;
    for (const placed of tablesOf(note, section, index)) {
      const { head, body } = placed.table;
      const whole = placed.place({ start: head.start, end: (body.at(-1) ?? head).end });
      const [first, last] = [whole[0], whole.at(-1)];
      if (!first || !last) continue;
      const claim = { start: lineStart(note.text, first.start), end: afterLine(note.text, last.end) };
      if ((taken[firstAfter(taken, claim.start)]?.start ?? Infinity) < claim.end) continue;
      const found = new TableReader(note, section, placed).read();
      if (found.drafts.length === 0) continue;
      for (const draft of found.drafts) drafts.push(draft);
      for (const one of found.skipped) skipped.push(one);
      const left = new Set(found.left);
      const linesOf = (row: Row): readonly Span[] =>
        placed
          .place(row)
          .map(({ start, end }) => ({ start: lineStart(note.text, start), end: afterLine(note.text, end) }));
      for (const row of body) if (!left.has(row)) claims.push(...linesOf(row));
      // The head goes where no row of the table stays.
      if (found.left.some(({ isText }) => !isText)) continue;
      const under = body[0] && linesOf(body[0])[0];
      claims.push({ start: claim.start, end: under?.start ?? claim.end });
      if (placed.caption) claims.push(...placed.place(placed.caption));
    }
  }
  return { drafts, skipped, claims };
};
