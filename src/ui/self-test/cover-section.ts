// Covers what a section of a note answers, by its parts.
import type { Asking, Cover, Part, SectionCovers } from '../../core/card/cover/covers.ts';
import { findQuestion, findWords, type Shown } from '../../core/card/cover/find-shown.ts';
import { plainText } from '../../core/note/plain-text.ts';
import type { Veils } from './veil.ts';

type Of<Kind extends Part['kind']> = Extract<Part, { readonly kind: Kind }>;

function coverHidden(el: HTMLElement, veils: Veils, { cover, markdown, nth }: Of<'hidden'>): void {
  const words = plainText(markdown).replace(/\s+/g, ' ');
  const marks = el
    .findAll('mark, strong, b')
    .filter((one) => one.textContent.trim().replace(/\s+/g, ' ') === words);
  const mark = marks[nth];
  if (mark) {
    veils.coverInside(cover.id, mark);
    return;
  }
  let found: Shown | null = { start: 0, end: 0 };
  for (let count = 0; count <= nth && found; count += 1) found = findWords(veils.text, words, found.end);
  if (found) veils.cover(cover.id, found.start, found.end);
}

function coverCell(el: HTMLElement, veils: Veils, { cover, table, row, cell }: Of<'cell'>): void {
  const body = el.findAll('table')[table]?.find('tbody');
  const found = body?.findAll('tr')[row]?.findAll('td')[cell];
  if (found) veils.coverInside(cover.id, found);
}

interface Asked extends Shown {
  readonly asking: Asking;
}

/** Questions where they are shown, in order; one that is shown otherwise than it is written is taken for what asks here. */
function locate(el: HTMLElement, veils: Veils, asking: readonly Asking[]): Asked[] {
  const asked: Asked[] = [];
  let from = 0;
  for (const one of asking) {
    let found = findQuestion(veils.text, one.question, one.mark, from);
    if (!found) {
      const bold = el.find(one.cover?.card.source === 'callout' ? '.callout-title-inner' : 'strong');
      const place = bold ? veils.extentOf(bold) : null;
      found = place && place.start >= from ? place : { start: from, end: from };
    }
    asked.push({ ...found, asking: one });
    from = found.end;
  }
  return asked;
}

/** The body of a callout answers; its title is no answer of its card. */
function coverRest(el: HTMLElement, veils: Veils, cover: Cover, start: number, end: number): void {
  const body = cover.card.source === 'callout' ? el.find('.callout-content') : null;
  const around = body ? veils.extentOf(body) : { start, end };
  veils.cover(cover.id, Math.max(start, around.start), Math.min(end, around.end));
}

/** Covers the parts of a section, the particular ones first: what is around them hides them until it is shown. */
export function coverSection(el: HTMLElement, veils: Veils, { parts }: SectionCovers): void {
  const of = <Kind extends Part['kind']>(kind: Kind): Of<Kind>[] =>
    parts.filter((part): part is Of<Kind> => part.kind === kind);
  for (const part of of('hidden')) coverHidden(el, veils, part);
  const cells = of('cell');
  for (const part of cells) coverCell(el, veils, part);
  const asked = locate(
    el,
    veils,
    of('after').map(({ asking }) => asking),
  );
  const [rest] = of('rest');
  if (cells.length > 0) {
    // Rows that no card asks belong to the answer around them.
    for (const row of rest ? el.findAll('tbody tr') : [])
      if (!row.find('[data-nf-test]'))
        for (const cell of row.findAll('td')) veils.coverInside(rest?.cover.id ?? '', cell);
    return;
  }
  const end = veils.text.length;
  if (rest) coverRest(el, veils, rest.cover, 0, asked[0]?.start ?? end);
  for (const [at, one] of asked.entries()) {
    const next = asked[at + 1]?.start ?? end;
    const until = Math.min(next, veils.itemEnd(one.end) ?? end);
    const { cover } = one.asking;
    if (cover) coverRest(el, veils, cover, one.end, until);
    if (rest) coverRest(el, veils, rest.cover, until, next);
  }
}
