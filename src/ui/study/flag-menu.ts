// The seven flags, as a menu.
import { Menu, setIcon } from 'obsidian';
import type { Locale } from '../locale.ts';

const flags = [1, 2, 3, 4, 5, 6, 7] as const;

/** The name of a flag's color; empty for none. */
export function flagName({ main }: Locale, flag: number): string {
  return (main.flags as Readonly<Record<number, string>>)[flag] ?? '';
}

/** @param current the flag that is set, or 0; choosing it again removes it */
export function flagMenu(locale: Locale, current: number, choose: (flag: number) => void): Menu {
  const menu = new Menu();
  for (const flag of flags) {
    // The app's own icon of an item has no color.
    const title = createFragment();
    setIcon(title.createSpan({ cls: `nf-menu-flag nf-flag-${String(flag)}` }), 'flag');
    title.appendText(flagName(locale, flag));
    menu.addItem((item) =>
      item
        .setTitle(title)
        .setChecked(flag === current)
        .onClick(() => choose(flag === current ? 0 : flag)),
    );
  }
  return menu;
}
