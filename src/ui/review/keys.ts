// The keys of a review, as data: the keyboard, the key panel and the menu read the same list.
import type { Grade } from '../../core/history/event.ts';
import type { Locale } from '../locale.ts';

export type ActionName = keyof Locale['main']['actions'];

export interface ActionKeys {
  readonly name: ActionName;
  /** As in `KeyboardEvent.key`, prefixed with `Mod+` and `Shift+` if held. */
  readonly keys: readonly string[];
  readonly icon: string;
  /** Whether the menu offers it; the others have buttons. */
  readonly menu: boolean;
}

const action = (name: ActionName, keys: readonly string[], icon: string, menu = true): ActionKeys => ({
  name,
  keys,
  icon,
  menu,
});

export const actionKeys: readonly ActionKeys[] = [
  action('reveal', [' ', 'Enter'], 'eye', false),
  action('all', ['a'], 'eye', false),
  action('again', ['1'], 'x', false),
  action('hard', ['2'], 'minus', false),
  action('good', ['3'], 'check', false),
  action('easy', ['4'], 'check-check', false),
  action('undo', ['u', 'Mod+z'], 'undo-2', false),
  action('redo', ['Shift+U', 'Mod+Shift+Z', 'Mod+y'], 'redo-2'),
  action('skip', ['s'], 'skip-forward'),
  action('bury', ['b'], 'moon'),
  action('suspend', ['x'], 'ban'),
  action('flag', ['f'], 'flag'),
  // Asks first, and has no key.
  action('reset', [], 'rotate-ccw'),
  action('edit', ['e'], 'pencil', false),
  action('rewrite', ['Shift+E'], 'pencil-line'),
  action('jump', ['j'], 'file-text', false),
  action('jumpNew', ['Shift+J'], 'file-plus'),
  action('aloud', ['r'], 'volume-2'),
  action('copy', ['c'], 'copy'),
  action('type', ['t'], 'text-cursor-input'),
  action('info', ['i'], 'info'),
  action('keys', ['?'], 'keyboard'),
  action('close', ['Escape'], 'x', false),
];

/** The action of each grade. */
export const gradeActions = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const satisfies Record<
  Grade,
  ActionName
>;

/** The user's own keys, by action; others have those above. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

export function keysOf(name: ActionName, own: OwnKeys): readonly string[] {
  return own[name] ?? actionKeys.find((one) => one.name === name)?.keys ?? [];
}

/** The first action with a key, or null. */
export function actionWith(key: string, own: OwnKeys): ActionName | null {
  return actionKeys.find(({ name }) => keysOf(name, own).includes(key))?.name ?? null;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key press as `ActionKeys.keys` has it; null for one that is no key of a review. */
export function keyOf(event: Pressed): string | null {
  if (event.altKey || /^(Alt|Control|Meta|Shift|Tab|Dead|Process)$/.test(event.key)) return null;
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const isLetter = /^\p{L}$/u.test(event.key);
  const shift = event.shiftKey && isLetter ? 'Shift+' : '';
  return `${mod}${shift}${isLetter && shift === '' ? event.key.toLowerCase() : event.key}`;
}

/** The action for a key press, or null. */
export function actionOf(event: Pressed, own: OwnKeys): ActionName | null {
  const key = keyOf(event);
  return key === null ? null : actionWith(key, own);
}

/** As in Anki: 1–7 with Ctrl, or Cmd, set a flag; null for any other key. */
export function flagOf(event: Pressed): number | null {
  const [, flag] = /^Mod\+([1-7])$/.exec(keyOf(event) ?? '') ?? [];
  return flag === undefined ? null : Number(flag);
}

/** A key as printed on keyboards. */
export function keyLabel(locale: Locale, key: string, isMac: boolean): string {
  const { main: words } = locale;
  const names: Readonly<Record<string, string>> = {
    ' ': words.keys.space,
    Enter: words.keys.enter,
    Escape: words.keys.escape,
    Mod: isMac ? 'Cmd' : 'Ctrl',
    Shift: words.keys.shift,
  };
  return key
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join(' ');
}
