// A tab of settings as an app from 1.13 on draws it: from definitions, which its search reads too. Draws groups of rows
// that draw themselves, which is what we use of it; other kinds of items throw.
import type * as Obsidian from 'obsidian';
import { NotImplemented } from './complete-from-docs.ts';
import { SettingGroup } from './setting-group.ts';

type Item = Obsidian.SettingDefinitionItem;
type Visible = boolean | (() => boolean) | undefined;

interface Row {
  readonly el: HTMLElement;
  readonly groupEl: HTMLElement;
  readonly text: string;
  readonly visible: Visible;
}

const isShown = (visible: Visible): boolean =>
  (typeof visible === 'function' ? visible() : visible) !== false;

const plainText = (text: string | DocumentFragment | undefined): string =>
  typeof text === 'string' ? text : (text?.textContent ?? '');

export class SettingItems {
  #rows: Row[] = [];
  #cleanups: (() => void)[] = [];
  #query = '';

  draw(el: HTMLElement, items: readonly Item[]): void {
    this.clear();
    el.empty();
    for (const item of items) {
      if (!('type' in item) || item.type !== 'group')
        throw new NotImplemented('a setting outside of a group');
      this.#drawGroup(el, item);
    }
    this.search(this.#query);
  }

  /** What rows have left behind goes with them. */
  clear(): void {
    for (const clean of this.#cleanups.splice(0)) clean();
    this.#rows = [];
  }

  /** Hides the rows that do not have all words of a query in their name, description or aliases. */
  search(query: string): void {
    this.#query = query;
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const groups = new Map<HTMLElement, boolean>();
    for (const { el, groupEl, text, visible } of this.#rows) {
      const isHit = isShown(visible) && words.every((word) => text.includes(word));
      el.toggle(isHit);
      groups.set(groupEl, groups.get(groupEl) === true || isHit);
    }
    for (const [el, hasRows] of groups) el.toggle(hasRows);
  }

  #drawGroup(el: HTMLElement, { heading, cls, items = [], visible }: Obsidian.SettingDefinitionGroup): void {
    if (!isShown(visible)) return;
    const group = new SettingGroup(el);
    if (heading !== undefined) group.setHeading(heading);
    if (cls !== undefined) group.addClass(cls);
    for (const item of items) {
      if (!('render' in item) || !item.render)
        throw new NotImplemented('a setting that does not draw itself');
      const { name, desc, aliases = [], render } = item;
      group.addSetting((setting) => {
        setting.setName(name).setDesc(desc ?? '');
        const text = [name, plainText(desc), ...aliases].join(' ').toLowerCase();
        this.#rows.push({ el: setting.settingEl, groupEl: group.groupEl, text, visible: item.visible });
        const clean = render(setting, group);
        if (clean) this.#cleanups.push(clean);
      });
    }
  }
}
