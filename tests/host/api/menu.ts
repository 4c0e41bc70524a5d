import type * as Obsidian from 'obsidian';
import { Component } from './component.ts';
import { documented, Nothing } from './documented.ts';
import { setIcon } from './icons.ts';
import { Scope } from './keymap.ts';

export class MenuItem extends documented<Obsidian.MenuItem>(Nothing) {
  readonly dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem', tabindex: -1 } });
  section = '';
  private readonly iconEl = this.dom.createDiv('menu-item-icon');
  private readonly titleEl = this.dom.createDiv('menu-item-title');
  private callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  disabled = false;

  constructor(private readonly menu: Menu) {
    super();
    this.dom.addEventListener('click', (event) => this.run(event));
  }

  run(event: MouseEvent | KeyboardEvent): void {
    if (this.disabled) return;
    this.menu.hide();
    void this.callback?.(event);
  }

  override setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  override setIcon(icon: string | null): this {
    setIcon(this.iconEl, icon ?? '');
    return this;
  }

  override setChecked(checked: boolean | null): this {
    this.dom.toggleClass('mod-checked', checked === true);
    this.dom.setAttr('role', 'menuitemcheckbox');
    this.dom.setAttr('aria-checked', checked);
    if (checked) setIcon(this.dom.createDiv('menu-item-icon mod-checked'), 'check');
    return this;
  }

  override setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled);
    return this;
  }

  override setWarning(warning: boolean): this {
    this.dom.toggleClass('is-warning', warning);
    return this;
  }

  override setIsLabel(label: boolean): this {
    this.dom.toggleClass('is-label', label);
    return this;
  }

  override setSection(section: string): this {
    this.section = section;
    return this;
  }

  override onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }
}

/**
 * As told of the app: items stand in the order of their sections, with a line between; sections it doesn't know come
 * after those it knows.
 */
const sections = [
  'title',
  'open',
  'action-primary',
  'selection',
  'clipboard',
  'action',
  'info',
  'view',
  'system',
  '',
  'danger',
];
const sectionRank = (section: string): number => {
  const rank = sections.indexOf(section);
  return rank < 0 ? sections.length : rank;
};

export class Menu extends documented<Obsidian.Menu>(Component) {
  private readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu' } });
  private readonly scrollEl = this.dom.createDiv('menu-scroll');
  private readonly items: MenuItem[] = [];
  private readonly scope = new Scope();
  private selected = -1;
  private hidden: (() => unknown) | null = null;
  /** Set by the page: menus are made without an app. */
  static keymap: Obsidian.Keymap | null = null;

  constructor() {
    super();
    const move = (by: number) => () => {
      this.move(by);
      return false;
    };
    this.scope.register([], 'ArrowDown', move(1));
    this.scope.register([], 'ArrowUp', move(-1));
    this.scope.register([], 'Escape', () => {
      this.hide();
      return false;
    });
    this.scope.register([], 'Enter', (event) => {
      this.items[this.selected]?.run(event);
      return false;
    });
  }

  override setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  override setUseNativeMenu(): this {
    return this;
  }

  override setParentElement(): this {
    return this;
  }

  override addItem(callback: (item: Obsidian.MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    callback(item);
    this.scrollEl.appendChild(item.dom);
    return this;
  }

  override addSeparator(): this {
    this.scrollEl.createDiv({ cls: 'menu-separator', attr: { role: 'separator' } });
    return this;
  }

  private sort(): void {
    if (this.items.every(({ section }) => section === '')) return;
    this.items.sort((a, b) => sectionRank(a.section) - sectionRank(b.section));
    this.scrollEl.empty();
    for (const [at, item] of this.items.entries()) {
      if (at > 0 && this.items[at - 1]?.section !== item.section) this.addSeparator();
      this.scrollEl.appendChild(item.dom);
    }
  }

  private move(by: number): void {
    if (this.items.every(({ disabled }) => disabled)) return;
    do this.selected = (this.selected + by + this.items.length) % this.items.length;
    while (this.items[this.selected]?.disabled);
    for (const [i, { dom }] of this.items.entries()) dom.toggleClass('selected', i === this.selected);
    this.items[this.selected]?.dom.focus();
  }

  override showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.doc);
  }

  override showAtPosition(
    { x, y, width = 0, left }: Obsidian.MenuPositionDef,
    doc: Document = activeDocument,
  ): this {
    if (this.items.length === 0) return this;
    this.sort();
    this.load();
    const win = doc.defaultView ?? window;
    doc.body.appendChild(this.dom);
    Menu.keymap?.pushScope(this.scope);
    const { offsetWidth, offsetHeight } = this.dom;
    const start = left ? x + width - offsetWidth : x;
    this.dom.setCssStyles({
      left: `${Math.max(4, Math.min(start, win.innerWidth - offsetWidth - 4))}px`,
      top: `${Math.max(4, Math.min(y, win.innerHeight - offsetHeight - 4))}px`,
    });
    this.registerDomEvent(win, 'pointerdown', ({ targetNode }) => {
      if (targetNode && !this.dom.contains(targetNode)) this.hide();
    });
    return this;
  }

  override hide(): this {
    this.unload();
    return this;
  }

  override close(): void {
    this.hide();
  }

  override onunload(): void {
    Menu.keymap?.popScope(this.scope);
    this.dom.detach();
    this.hidden?.();
  }

  override onHide(callback: () => unknown): void {
    this.hidden = callback;
  }

  /** The menu of an event, shown once the event's other listeners have had their say. */
  static forEvent(event: PointerEvent | MouseEvent): Menu {
    const menu = new Menu();
    event.preventDefault();
    window.setTimeout(() => menu.showAtMouseEvent(event));
    return menu;
  }
}
