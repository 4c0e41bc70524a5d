// Presets as users keep them: named sets of options, and which decks use which. A deck whose preset is gone keeps its
// name and uses the defaults until the preset is back, as when settings arrive in parts.
import { foldCase } from '../../text/fold-case.ts';
import { isRecord } from '../../text/is-record.ts';
import { trimSigns } from '../../text/trim-signs.ts';
import type { Raise } from '../../schedule/schedule.ts';
import { deckKey } from './deck-names.ts';
import { presetNames, type DeckPreset, type PresetOption } from './presets.ts';

export interface NamedPreset extends Omit<DeckPreset, 'deck' | 'raised'> {
  /** Names that differ only in case are one. */
  readonly name: string;
  /** What only a newer version understands, by option. */
  readonly unread?: Readonly<Record<string, unknown>>;
}

export interface DeckUse {
  readonly deck: string;
  /** Name of a preset. */
  readonly preset: string;
  /** See `DeckPreset`. */
  readonly raised?: readonly Raise[];
}

export interface DeckOptions {
  readonly named: readonly NamedPreset[];
  /** One for each deck that has a preset. */
  readonly uses: readonly DeckUse[];
}

export const deckDefaults: DeckOptions = { named: [], uses: [] };

/** A deck's path without what people write around it. */
export const tidyDeck = (text: string): string => trimSigns(text.trim(), '/#');

const isNamed = (name: string): ((one: { readonly name: string }) => boolean) => {
  const key = foldCase(name);
  return (one) => foldCase(one.name) === key;
};

export function presetNamed({ named }: DeckOptions, name: string): NamedPreset | undefined {
  return named.find(isNamed(name));
}

export function useOf({ uses }: DeckOptions, deck: string): DeckUse | undefined {
  return uses.find((use) => deckKey(use.deck) === deckKey(deck));
}

export function decksWith({ uses }: DeckOptions, name: string): readonly string[] {
  return uses.filter(({ preset }) => isNamed(name)({ name: preset })).map(({ deck }) => deck);
}

/** Presets that decks use and that are gone. */
export function missingPresets(decks: DeckOptions): readonly string[] {
  return [...new Set(decks.uses.map(({ preset }) => preset))].filter((name) => !presetNamed(decks, name));
}

/** Presets that decks used before and that are gone after; not those renamed. */
export function lostPresets(before: DeckOptions, after: DeckOptions): readonly string[] {
  const has = (decks: DeckOptions, deck: string): boolean =>
    presetNamed(decks, useOf(decks, deck)?.preset ?? '') !== undefined;
  const lost = before.uses.filter(({ deck }) => has(before, deck) && !has(after, deck));
  return [...new Set(lost.map(({ preset }) => preset))].filter((name) => !presetNamed(after, name));
}

/** A name that no preset has: the one given, or with a number. @param taken whether a name in lower case is */
function free(name: string, taken: (key: string) => boolean): string {
  let found = name;
  for (let nth = 2; taken(foldCase(found)); nth += 1) found = `${name} ${nth}`;
  return found;
}

export function freeName({ named }: DeckOptions, name: string): string {
  const keys = new Set(named.map((one) => foldCase(one.name)));
  return free(name, (key) => keys.has(key));
}

/** The options of each deck that has a preset. */
export function deckPresets(decks: DeckOptions): readonly DeckPreset[] {
  const named = new Map(decks.named.map((one) => [foldCase(one.name), one]));
  return decks.uses.flatMap(({ deck, preset, raised }) => {
    const found = named.get(foldCase(preset));
    if (!found) return [];
    const options = Object.fromEntries(
      presetNames.flatMap((name) => (name in found ? [[name, found[name]]] : [])),
    );
    return [{ deck, ...options, ...(raised && { raised }) }];
  });
}

/**
 * With a preset saved, under a new name or instead of another.
 * @param before its name so far
 * @param decks those that use it from now on, besides those it has if null
 */
export function withPreset(
  all: DeckOptions,
  before: string | null,
  preset: NamedPreset,
  decks: readonly string[] | null,
): DeckOptions {
  const is = isNamed(before ?? preset.name);
  const kept = all.named.filter((one) => !is(one));
  const named = [...kept, preset].sort((a, b) => (foldCase(a.name) < foldCase(b.name) ? -1 : 1));
  const uses = all.uses.map((use) => (is({ name: use.preset }) ? { ...use, preset: preset.name } : use));
  const next = { ...all, named, uses };
  return decks === null ? next : withDecks(next, preset.name, decks);
}

/** With a preset used by these decks alone; null as its name takes away what they have. */
export function withDecks(all: DeckOptions, name: string | null, decks: readonly string[]): DeckOptions {
  const wanted = new Map(decks.map((deck) => [deckKey(deck), deck]));
  const others = all.uses.filter(
    (use) => !wanted.has(deckKey(use.deck)) && (name === null || !isNamed(name)({ name: use.preset })),
  );
  const own = [...wanted.values()].map((deck) => ({ ...useOf(all, deck), deck, preset: name ?? '' }));
  const uses = name === null ? others : [...others, ...own];
  return { ...all, uses: [...uses].sort((a, b) => (deckKey(a.deck) < deckKey(b.deck) ? -1 : 1)) };
}

/** Without a preset: its decks use the defaults. */
export function withoutPreset(all: DeckOptions, name: string): DeckOptions {
  const is = isNamed(name);
  return {
    ...all,
    named: all.named.filter((one) => !is(one)),
    uses: all.uses.filter(({ preset }) => !is({ name: preset })),
  };
}

/** As it is saved: with what only a newer version understands. */
export function writtenPreset({ unread, ...preset }: NamedPreset): object {
  return { ...unread, ...preset };
}

/**
 * Reads untrusted options of decks; what is wrong with one option leaves the others alone. Before presets had names,
 * each deck had its own in a list `presets`: it takes its deck's name.
 */
export function readDecks(
  given: Readonly<Record<string, unknown>>,
  isRight: (option: PresetOption | 'raised', value: unknown) => boolean,
): { readonly decks: DeckOptions; readonly wrong: readonly string[] } {
  const { presets, ...rest } = given;
  const isOld = !('named' in given) && !('uses' in given) && presets !== undefined;
  const wrong = new Set<string>();
  const listOf = (value: unknown, name: string): readonly Readonly<Record<string, unknown>>[] => {
    if (value === undefined) return [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [null];
    return list.flatMap((one) => {
      if (isRecord(one)) return [one];
      wrong.add(name);
      return [];
    });
  };
  const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
  const named = new Map<string, NamedPreset>();
  const uses = new Map<string, DeckUse>();
  const add = (given: string, options: Readonly<Record<string, unknown>>, list: string): string => {
    const name = free(given, (key) => named.has(key));
    const bad = presetNames.filter((option) => option in options && !isRight(option, options[option]));
    const preset: Record<string, unknown> = { ...options, name };
    for (const option of bad) {
      wrong.add(list);
      preset.unread = { ...(isRecord(preset.unread) && preset.unread), [option]: options[option] };
      delete preset[option];
    }
    named.set(foldCase(name), preset as unknown as NamedPreset);
    return name;
  };
  const use = (deck: string, preset: string, raised: unknown): void => {
    if (uses.has(deckKey(deck))) return;
    const raises = isRight('raised', raised) ? { raised: raised as readonly Raise[] } : {};
    uses.set(deckKey(deck), { deck, preset, ...raises });
  };
  for (const one of listOf(given.named, 'named')) {
    const name = textOf(one.name);
    if (name === '') wrong.add('named');
    else add(name, one, 'named');
  }
  for (const { deck, preset, raised } of listOf(given.uses, 'uses')) {
    const [path, name] = [tidyDeck(textOf(deck)), textOf(preset)];
    if (path === '' || name === '') wrong.add('uses');
    else use(path, name, raised);
  }
  for (const { deck, raised, ...options } of isOld ? listOf(presets, 'presets') : []) {
    const path = tidyDeck(textOf(deck));
    if (path === '') wrong.add('presets');
    else use(path, add(path, options, 'presets'), raised);
  }
  return { decks: { ...rest, named: [...named.values()], uses: [...uses.values()] }, wrong: [...wrong] };
}
