// What a cloze shows: its text with a blank, and the context needed to answer. Items are shown below their parent
// items, a fully hidden item among its list; a long text is cut to its sentence; and no two cards ask alike.
import { merged } from '../../note/sorted-spans.ts';
import { sliceRun, type Run, type Span } from '../../note/span.ts';
import { countWords } from '../../note/word-count.ts';
import type { Draft, NoteText } from '../draft.ts';
import type { Section } from '../section.ts';
import { itemsAbove, itemsBeside, itemsBelow, type ClozeItem } from '../text/cloze-items.ts';
import type { ClozeText } from '../text/cloze-texts.ts';
import type { Deletion } from '../text/deletions.ts';
import { subRun, subtract } from '../text/pieces.ts';
import { sentencesOf } from '../text/sentences.ts';
import { blank } from '../text/gaps.ts';
import { side } from './separator-sides.ts';

export interface ClozeFound {
  readonly text: ClozeText;
  readonly deletions: readonly Deletion[];
}

/** The block of a text as items, and what each of its texts hides. */
export interface ClozeBlocks {
  itemOf(text: ClozeText): { readonly items: readonly ClozeItem[]; readonly index: number } | null;
  deletionsOf(text: ClozeText): readonly Deletion[];
}

/** A text that exceeds either is cut to the sentence. */
const mostDeletions = 5;
const mostWords = 120;
/** Items on either side of a fully hidden list item, and texts beside one that asks alike. */
const itemReach = 8;
const textReach = 4;
/** A sentence with fewer words is shown with the one before. */
const fewestWords = 3;

/** The text with each deletion replaced by the result of `show`, or unchanged if that is null. */
function withShown(
  note: NoteText,
  run: Run,
  deletions: readonly Deletion[],
  show: (one: Deletion) => string | null,
): string {
  const cuts = deletions.flatMap((one) => {
    const shown = show(one);
    return shown === null ? [] : [{ ...one.outer, shown }];
  });
  const cutOut = merged(cuts);
  let out = '';
  let next = 0;
  for (const span of run) {
    for (const part of subtract(span, cutOut)) {
      for (let cut = cuts[next]; cut && cut.start < part.start; cut = cuts[(next += 1)]) out += cut.shown;
      out += note.text.slice(part.start, part.end);
    }
  }
  return (
    out +
    cuts
      .slice(next)
      .map(({ shown }) => shown)
      .join('')
  );
}

/** `{{c1::text}}`, `==1;;text==`: there is more than the text between the marks. */
function needsMarks(note: NoteText, { outer, inner, whole }: Deletion): boolean {
  const { text } = note;
  return (
    whole !== undefined ||
    text.startsWith('{{', outer.start) ||
    text.slice(inner.end, inner.end + 2) === ';;' ||
    inner.start - outer.start > 2
  );
}

/** Deletions that are hidden together. Cards are ordered by number, or else by position. */
function grouped(deletions: readonly Deletion[]): Deletion[][] {
  const groups: Deletion[][] = [];
  for (const one of deletions) {
    const same = one.number === null ? undefined : groups.find(([first]) => first?.number === one.number);
    if (same) same.push(one);
    else groups.push([one]);
  }
  return groups.sort((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
}

/** Slices of the note and all deletions in them. */
interface Shown {
  readonly run: Run;
  readonly deletions: readonly Deletion[];
}

interface Entry {
  readonly text: ClozeText;
  readonly hidden: readonly Deletion[];
  /** The text alone, as it always was. */
  readonly plain: Shown;
  /** The text with what is above and beside it. */
  readonly whole: Shown;
  /** Only the sentence of a long text. */
  readonly narrow: Shown;
}

/** Whether the text says nothing without its hidden part. */
function isHiddenWhole(note: NoteText, { run, deletions }: Shown, hidden: readonly Deletion[]): boolean {
  const rest = withShown(note, run, deletions, (one) => (hidden.includes(one) ? '' : null));
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** Items as a list, each line with its marker. */
function listRun(note: NoteText, items: readonly ClozeItem[]): Run {
  const { masked } = note.outline;
  return items.flatMap(({ lead, text, isMarked }, at) => {
    const end = at === 0 ? -1 : masked.lastIndexOf('\n', lead.start);
    const line = end < 0 ? [] : [{ start: end, end: end + 1 }];
    // A later paragraph of an item follows a blank line.
    return [...line, ...(isMarked ? [] : line), lead, ...side(note, text.run)];
  });
}

function holds(run: Run, { start }: Span): boolean {
  return run.some((span) => span.start <= start && start < span.end);
}

function inside(run: Run, deletions: readonly Deletion[]): readonly Deletion[] {
  return deletions.filter(({ outer }) => holds(run, outer));
}

/** The sentences that contain the current deletions, for a text too long to be asked whole. */
function sentenceRun(note: NoteText, { run, deletions }: Shown, hidden: readonly Deletion[]): Run {
  if (deletions.length <= mostDeletions && countWords(sliceRun(note.text, run)) <= mostWords) return run;
  const sentences = sentencesOf(sliceRun(note.outline.masked, run));
  const asks = sentences.map(({ start, end }) => {
    const part = subRun(run, start, end);
    return hidden.some(({ outer }) => part.some((span) => outer.start < span.end && span.start < outer.end));
  });
  const last = sentences[asks.lastIndexOf(true)];
  if (!last) return run;
  const from = (at: number): Run => subRun(run, sentences[at]?.start ?? 0, last.end);
  const saysLittle = (part: Run): boolean => {
    const rest = withShown(note, part, inside(part, deletions), (one) => (hidden.includes(one) ? '' : null));
    return countWords(rest) < fewestWords;
  };
  let first = asks.indexOf(true);
  while (first > 0 && saysLittle(from(first))) first -= 1;
  return first === 0 && last.end === sentences.at(-1)?.end ? run : side(note, from(first));
}

/** The items to show with one: its parents, and its list if nothing readable is left of it. */
function itemsWith(items: readonly ClozeItem[], index: number, isWhole: boolean): readonly ClozeItem[] {
  const above = itemsAbove(items, index);
  const list = itemsBeside(items, index, isWhole ? itemReach : 0);
  const below = isWhole && list.length === 1 ? itemsBelow(items, index, itemReach) : [];
  return [...above, ...list, ...below];
}

function entryOf(
  note: NoteText,
  blocks: ClozeBlocks,
  { text, deletions }: ClozeFound,
  plain: Shown,
  hidden: readonly Deletion[],
): Entry {
  const none = { text, hidden, plain, whole: plain, narrow: plain };
  if (!note.options.clozeContext || text.isRow) return none;
  const run = sentenceRun(note, plain, hidden);
  const place = blocks.itemOf(text);
  const item = place?.items[place.index];
  const shown = place && item ? itemsWith(place.items, place.index, isHiddenWhole(note, plain, hidden)) : [];
  if (shown.length < 2) return { ...none, narrow: { run, deletions: inside(run, deletions) } };
  const among = shown.flatMap((one) => (one === item ? deletions : blocks.deletionsOf(one.text)));
  const whole = { run: listRun(note, shown), deletions: among };
  if (run === plain.run) return { ...none, whole, narrow: whole };
  const cut = listRun(
    note,
    shown.map((one) => (one === item ? { ...one, text: { ...text, run } } : one)),
  );
  return { ...none, whole, narrow: { run: cut, deletions: inside(cut, among) } };
}

/** How the entry's blank is shown in its text; a number distinguishes blanks that nothing else does. */
function textOf(
  note: NoteText,
  { run, deletions }: Shown,
  hidden: readonly Deletion[],
  mark?: string,
): string {
  return withShown(note, run, deletions, (one) => {
    if (hidden.includes(one)) return blank(mark ?? one.hint);
    return needsMarks(note, one) ? `==${note.text.slice(one.inner.start, one.inner.end)}==` : null;
  });
}

/** For each entry, all entries with the same question, itself included, in note order. */
function equalsOf(entries: readonly Entry[], questions: readonly string[]): Map<Entry, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  const found = new Map<Entry, readonly Entry[]>();
  entries.forEach((entry, at) => {
    const question = questions[at] ?? '';
    const group = groups.get(question) ?? [];
    groups.set(question, group);
    group.push(entry);
    found.set(entry, group);
  });
  return found;
}

/** The texts of neighboring entries that ask alike: among them its blank has a position. */
function among(entry: Entry, equals: readonly Entry[]): readonly Shown[] {
  const at = equals.indexOf(entry);
  const near = equals.slice(Math.max(0, at - textReach), at + textReach + 1);
  const shown = new Map(near.map(({ text, plain }) => [text, plain]));
  shown.set(entry.text, entry.whole);
  return [...shown.values()];
}

/** What a card shows, or is known by. */
interface ClozeSides {
  /** Shown in the blank instead of its own hint. */
  readonly mark?: string;
  readonly question: string;
  readonly answer: string;
}

function clozeSides(note: NoteText, entries: readonly Entry[]): ClozeSides[] {
  const sidesOf = (shown: readonly Shown[], { hidden }: Entry, mark?: string): ClozeSides => ({
    question: shown.map((one) => textOf(note, one, hidden, mark)).join('\n\n'),
    answer: shown.map((one) => textOf(note, one, [])).join('\n\n'),
    ...(mark !== undefined && { mark }),
  });
  const numbered = (entry: Entry, equals: readonly Entry[]): ClozeSides =>
    sidesOf(among(entry, equals), entry, `${equals.indexOf(entry) + 1}/${equals.length}`);
  const ways: readonly ((entry: Entry, equals: readonly Entry[]) => ClozeSides)[] = [
    (entry) => sidesOf([entry.whole], entry),
    (entry, equals) => sidesOf(among(entry, equals), entry),
    numbered,
  ];
  let sides = entries.map((entry) => sidesOf([entry.narrow], entry));
  if (!note.options.clozeContext) return sides;
  for (const way of ways) {
    const equals = equalsOf(
      entries,
      // As shown: without a list's indentation.
      sides.map(({ question }) => question.trim()),
    );
    if (equals.size === new Set(equals.values()).size) break;
    sides = sides.map((one, at) => {
      const entry = entries[at];
      const group = entry ? equals.get(entry) : undefined;
      return entry && group && group.length > 1 ? way(entry, group) : one;
    });
  }
  return sides;
}

/** The text its history is matched by: the text alone, without `::` hints. */
function knownOf(note: NoteText, { plain, hidden }: Entry): ClozeSides {
  const before = new Map(plain.deletions.map((one) => [one, one.whole ?? one]));
  const shown = { run: plain.run, deletions: [...before.values()] };
  return {
    question: textOf(
      note,
      shown,
      hidden.map((one) => before.get(one) ?? one),
    ),
    answer: textOf(note, shown, []),
  };
}

/** A card for each hidden text, in order. */
export function clozeDrafts(
  note: NoteText,
  section: Section,
  found: readonly ClozeFound[],
  blocks: ClozeBlocks,
): Draft[] {
  const entries = found.flatMap((one) => {
    const plain = { run: side(note, one.text.run), deletions: one.deletions };
    return grouped(one.deletions).map((hidden) => entryOf(note, blocks, one, plain, hidden));
  });
  const sides = clozeSides(note, entries);
  return entries.flatMap((entry, index): Draft[] => {
    const { text, hidden, plain } = entry;
    const { question, answer, mark } = sides[index] ?? knownOf(note, entry);
    if (question === '') return [];
    const known = knownOf(note, entry);
    const at = text.run[0]?.start ?? text.within.start;
    return [
      {
        source: 'cloze',
        question: plain.run,
        questionText: question,
        // The whole text, even if only a sentence is shown: a schedule below it is found by its end.
        answer: [plain.run],
        ...(answer !== sliceRun(note.text, plain.run) && { answerText: answer }),
        ...((known.question !== question || known.answer !== answer) && { known }),
        chip: null,
        nth: null,
        headings: section.headings,
        context: [note.title, ...section.shownHeadings],
        at,
        tests: at,
        cloze: { hidden: hidden.map(({ inner }) => inner), hint: mark ?? hidden[0]?.hint ?? null },
      },
    ];
  });
}
