// The keys of a review, as data: the keyboard, the key panel and the menu read the same list.
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
  action('skip', ['s'], 'skip-forward'),
  action('bury', ['b'], 'moon'),
  action('suspend', ['x'], 'ban'),
  action('flag', ['f'], 'flag'),
  action('reset', ['r'], 'rotate-ccw'),
  action('edit', ['e'], 'pencil', false),
  action('jump', ['j'], 'file-text', false),
  action('jumpNew', ['Shift+J'], 'file-plus'),
  action('copy', ['c'], 'copy'),
  action('info', ['i'], 'info'),
  action('keys', ['?'], 'keyboard'),
  action('close', ['Escape'], 'x', false),
];

/** The action for a key press, or null. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): ActionName | null {
  if (event.altKey) return null;
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const isLetter = /^\p{L}$/u.test(event.key);
  const shift = event.shiftKey && isLetter ? 'Shift+' : '';
  const key = `${mod}${shift}${isLetter && shift === '' ? event.key.toLowerCase() : event.key}`;
  return actionKeys.find(({ keys }) => keys.includes(key))?.name ?? null;
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
