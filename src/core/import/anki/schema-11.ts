// Decks, note types and options as JSON in the one row of `col`: collections of Anki up to 2.1.27, and those that later
// versions write for older ones.
import type { AnkiDeck, AnkiNoteType } from './collection.ts';
import { kindOf } from './note-type-kind.ts';

type Json = Readonly<Record<string, unknown>>;

/** Options of a collection, by name. */
export type AnkiOptions = ReadonlyMap<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Ids are numbers, or the same as text. */
const idOf = (value: unknown): number => (typeof value === 'string' ? Number(value) : value) as number;

/** The values of a JSON object; null if it is none. */
function parsed(text: unknown): Json | null {
  try {
    const value: unknown = JSON.parse(textOf(text));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Objects with a number and a name, each number once; those without are damage. */
function named<T>(text: unknown, read: (value: Json, id: number, name: string) => T): Named<T> {
  const values = parsed(text);
  const found = new Map<number, T>();
  let isDamaged = values === null;
  for (const [key, value] of Object.entries(values ?? {})) {
    const id = isObject(value) ? idOf(value.id ?? key) : NaN;
    if (isObject(value) && Number.isSafeInteger(id)) found.set(id, read(value, id, textOf(value.name)));
    else isDamaged = true;
  }
  return { found: [...found.values()], isDamaged };
}

export interface Named<T> {
  readonly found: readonly T[];
  readonly isDamaged: boolean;
}

/** @param text the column `decks` */
export function decksOfJson(text: unknown): Named<AnkiDeck> {
  return named(text, ({ dyn }, id, name) => ({ id, name, filtered: dyn === 1 || dyn === true }));
}

/** @param text the column `models` */
export function noteTypesOfJson(text: unknown): Named<AnkiNoteType> {
  return named(text, ({ type, flds, tmpls, css, originalStockKind }, id, name) => {
    const templates = inOrder(tmpls).map(({ value, ordinal }) => ({
      name: textOf(value.name),
      ordinal,
      front: textOf(value.qfmt),
      back: textOf(value.afmt),
    }));
    return {
      id,
      name,
      kind: kindOf(type === 1, originalStockKind, name, templates),
      fields: inOrder(flds).map(({ value }) => textOf(value.name)),
      templates,
      css: textOf(css),
    };
  });
}

function inOrder(list: unknown): { readonly value: Json; readonly ordinal: number }[] {
  return (Array.isArray(list) ? list : [])
    .filter(isObject)
    .map((value, nth) => ({ value, ordinal: typeof value.ord === 'number' ? value.ord : nth }))
    .sort((a, b) => a.ordinal - b.ordinal);
}

/** @param text the column `conf`. Null if it is damaged */
export function optionsOfJson(text: unknown): AnkiOptions | null {
  const values = parsed(text);
  return values && new Map(Object.entries(values));
}
