// What can be done to notes or at a place in one: an item of a menu, and a command.
import type { Menu } from 'obsidian';
import type { Locale } from '../locale.ts';

/** Names of commands, which hotkeys refer to. */
export type ActionName =
  | 'study'
  | 'list-note'
  | 'deck-options'
  | 'add-tag'
  | 'remove-tag'
  | 'study-section'
  | 'find-card'
  | 'exclude-section'
  | 'toggle-cloze';

export interface Action {
  readonly name: ActionName;
  readonly run: () => unknown;
  /** Where the name of the command doesn't say it. */
  readonly title?: string;
}

export const icons: Readonly<Record<ActionName, string>> = {
  study: 'layers',
  'list-note': 'list',
  'deck-options': 'settings',
  'add-tag': 'tag',
  'remove-tag': 'unlink',
  'study-section': 'layers',
  'find-card': 'info',
  'exclude-section': 'ban',
  'toggle-cloze': 'highlighter',
};

export function actionTitle({ menus, main, decks }: Locale, name: ActionName): string {
  const titles: Readonly<Record<ActionName, string>> = {
    study: main.commands.studyNote,
    'list-note': menus.list,
    'deck-options': decks.group,
    'add-tag': menus.addTag,
    'remove-tag': menus.removeTag,
    'study-section': menus.section,
    'find-card': menus.find,
    'exclude-section': menus.exclude,
    'toggle-cloze': menus.cloze,
  };
  return titles[name];
}

/** Adds the items in a section of the app's own. */
export function addActions(menu: Menu, locale: Locale, actions: readonly Action[]): void {
  for (const { name, run, title = actionTitle(locale, name) } of actions)
    menu.addItem((item) => item.setTitle(title).setIcon(icons[name]).setSection('action').onClick(run));
}
