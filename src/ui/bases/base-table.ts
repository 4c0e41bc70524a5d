// The notes of a base with their cards: what is due in each, and how well it is known.
import { noteFigures, type NoteFigures } from '../../app/statistics/note-statistics.ts';
import { noteTitle } from '../../core/card/extract.ts';
import type { Desk } from '../shell/desk.ts';
import { arrange, type Arrangement } from './arrange.ts';
import { drawUnknown } from '../shell/unknown-history.ts';

/** A note as the base lists it. */
export interface BaseNote {
  readonly path: string;
  /** Property values the user chose to show, in the user's order. */
  readonly properties: readonly string[];
}

export interface BaseGroup {
  /** Null if the base is not grouped, and for notes without the property. */
  readonly name: string | null;
  readonly notes: readonly BaseNote[];
}

export interface BaseTable {
  readonly groups: readonly BaseGroup[];
  /** Property names. */
  readonly properties: readonly string[];
  /** Whether to show notes without cards too. */
  readonly withAll: boolean;
  readonly arrangement: Arrangement;
}

/** Rows; the card list is better for a base of the whole vault. */
const most = 500;

interface Row {
  readonly note: BaseNote;
  readonly figures: NoteFigures | null;
}

export function drawBase(
  el: HTMLElement,
  desk: Desk,
  { groups, properties, withAll, arrangement }: BaseTable,
): void {
  const { bases: baseWords } = desk.locale;
  el.empty();
  if (drawUnknown(el, desk)) return;
  const given = groups.map(({ name, notes }) => ({
    name,
    rows: notes
      .map((note): Row => ({ note, figures: noteFigures(desk.flashcards, note.path) }))
      .filter(({ figures }) => withAll || figures !== null),
  }));
  const { sortBy, groupBy, descending } = arrangement;
  const shown = arrange(desk.locale.format, given, arrangement);
  const rows = shown.flatMap((group) => group.rows);
  if (rows.length === 0) {
    el.createDiv({ cls: 'nf-hint', text: baseWords.none });
    return;
  }
  drawStudy(el, desk, rows);
  const table = el.createEl('table', { cls: 'nf-base-table' });
  const head = table.createEl('thead').createEl('tr');
  const { columns } = baseWords;
  for (const [column, text] of Object.entries(columns)) {
    const cell = head.createEl('th', { text, attr: { scope: 'col' } });
    cell.toggleClass('nf-base-number', column !== 'note');
    if (column === sortBy) cell.setAttr('aria-sort', descending ? 'descending' : 'ascending');
    if (column === 'recall') cell.setAttr('title', baseWords.recallHint);
  }
  for (const text of properties) head.createEl('th', { text, attr: { scope: 'col' } });
  const isGrouped = groupBy !== null || groups.some(({ name }) => name !== null);
  let left = most;
  for (const group of shown) {
    if (group.rows.length === 0 || left === 0) continue;
    const body = table.createEl('tbody');
    if (isGrouped) {
      const width = Object.keys(columns).length + properties.length;
      body.createEl('tr').createEl('th', {
        text:
          group.name !== null && groupBy
            ? desk.locale.statistics.from(columns[groupBy], group.name)
            : (group.name ?? baseWords.noGroup),
        attr: { scope: 'rowgroup', colspan: width, dir: 'auto' },
      });
    }
    for (const row of group.rows.slice(0, left)) drawRow(body, desk, row);
    left -= Math.min(left, group.rows.length);
  }
  if (rows.length > most) el.createDiv({ cls: 'nf-hint', text: baseWords.more(rows.length - most) });
}

function drawStudy(el: HTMLElement, desk: Desk, rows: readonly Row[]): void {
  const { bases: baseWords } = desk.locale;
  const waiting = rows.reduce((sum, { figures }) => sum + (figures ? figures.due + figures.new : 0), 0);
  if (waiting === 0) {
    el.createDiv({ cls: 'nf-hint', text: baseWords.nothing });
    return;
  }
  const button = el.createEl('button', {
    cls: 'mod-cta nf-base-study',
    text: baseWords.study(waiting),
    attr: { type: 'button', 'data-key': 'study' },
  });
  button.addEventListener('click', () => {
    const { notes } = desk.flashcards.linker;
    const ids = rows.flatMap(({ note }) => (notes.get(note.path) ?? []).map(({ id }) => id));
    desk.study({ scope: { kind: 'search', cards: new Set(ids) } });
  });
}

function drawRow(body: HTMLElement, desk: Desk, { note, figures }: Row): void {
  const { format } = desk.locale;
  const row = body.createEl('tr', { attr: { 'data-note': note.path } });
  const name = row.createEl('th', { attr: { scope: 'row' } }).createEl('button', {
    cls: 'nf-base-note',
    text: noteTitle(note.path),
    attr: { type: 'button', dir: 'auto', 'data-key': `note ${note.path}` },
  });
  name.addEventListener('click', () => void desk.openLine(note.path, 1, 'beside'));
  const { cards = 0, due = 0, new: newCards = 0, recall = null } = figures ?? {};
  for (const text of [
    format.number(cards),
    format.number(due),
    format.number(newCards),
    recall === null ? '' : format.percent(recall),
  ])
    row.createEl('td', { cls: 'nf-base-number', text });
  for (const text of note.properties) row.createEl('td', { text, attr: { dir: 'auto' } });
}
