// The seven flags, as a menu.
import { Menu } from 'obsidian';
import type { Locale } from '../locale.ts';

const flags = [1, 2, 3, 4, 5, 6, 7] as const;

/** The name of a flag's color; empty for none. */
export function flagName({ main }: Locale, flag: number): string {
  return (main.flags as Readonly<Record<number, string>>)[flag] ?? '';
}

/** @param current the flag that is set, or 0; choosing it again removes it */
export function flagMenu(locale: Locale, current: number, choose: (flag: number) => void): Menu {
  const menu = new Menu();
  for (const flag of flags)
    menu.addItem((item) =>
      item
        .setTitle(flagName(locale, flag))
        .setIcon('flag')
        .setChecked(flag === current)
        .onClick(() => choose(flag === current ? 0 : flag)),
    );
  return menu;
}
