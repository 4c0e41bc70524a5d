// Searches with a name, kept in the settings, and the button that lists them.
import { Menu, setIcon } from 'obsidian';
import type { GeneralOptions } from '../../core/settings.ts';
import type { Desk } from '../shell/desk.ts';
import { openMenu } from '../parts/open-menu.ts';
import { InputModal } from './input-modal.ts';

/** Characters of a name. */
const longestName = 100;

/** Where a search is typed. */
interface Field {
  readonly text: string;
  set(text: string): void;
}

/** Keeps what the card list offers to choose. */
export function keepChoice(desk: Desk, choice: Partial<Pick<GeneralOptions, 'searches' | 'columns'>>): void {
  const { settings } = desk.flashcards;
  desk
    .useSettings({ ...settings, general: { ...settings.general, ...choice } })
    .catch((error: unknown) => desk.tell(desk.locale.failed(error)));
}

export function addSavedSearches(desk: Desk, el: HTMLElement, field: Field): void {
  const { saved } = desk.locale.cardList;
  const button = el.createEl('button', {
    cls: 'clickable-icon nf-query-help',
    attr: { type: 'button', 'aria-label': saved.title, 'data-key': 'saved' },
  });
  setIcon(button, 'star');
  button.addEventListener('click', (event) => openMenu(menuOf(desk, field), event));
}

function menuOf(desk: Desk, field: Field): Menu {
  const { saved } = desk.locale.cardList;
  const { searches } = desk.flashcards.settings.general;
  const query = field.text.trim();
  const kept = searches.find((one) => one.query === query);
  const menu = new Menu();
  for (const one of searches) {
    menu.addItem((item) =>
      item
        .setTitle(one.name)
        .setChecked(one === kept)
        .onClick(() => field.set(one.query)),
    );
  }
  if (kept) {
    menu.addItem((item) =>
      item
        .setTitle(saved.remove(kept.name))
        .setIcon('trash')
        .onClick(() => keepChoice(desk, { searches: searches.filter((one) => one !== kept) })),
    );
  } else {
    const asked = {
      title: saved.save,
      label: saved.name,
      type: 'text',
      value: query,
      most: longestName,
    } as const;
    // One of the same name is replaced.
    const save = (name: string): void => {
      const others = desk.flashcards.settings.general.searches.filter((one) => one.name !== name);
      keepChoice(desk, { searches: [...others, { name, query }] });
    };
    menu.addItem((item) =>
      item
        .setTitle(saved.save)
        .setIcon('plus')
        .setDisabled(query === '')
        .onClick(() => new InputModal(desk, asked, save).open()),
    );
  }
  return menu;
}
