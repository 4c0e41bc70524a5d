// Interaction with rendered Markdown, as in a note: links open, preview and have their menu, a tag opens the search,
// a footnote mark jumps. A task checkbox does nothing. Obsidian's renderer does none of this itself.
import { Keymap, Menu, type Component, type HoverParent } from 'obsidian';
import type { Desk } from '../shell/desk.ts';
import { elementOf } from '../parts/event-element.ts';
import { openMenuBelow } from '../parts/open-menu.ts';

/** The name that Obsidian uses for our links in the page preview settings. */
export const hoverSource = 'note-flashcards';

export interface LinkArea {
  readonly desk: Desk;
  readonly el: HTMLElement;
  /** Path of the note. */
  readonly source: string;
  readonly owner: Component & HoverParent;
  /** Called before a link or a tag opens something else. */
  readonly leave?: () => void;
}

export function linktextOf(link: HTMLElement): string {
  return link.dataset['href'] ?? link.getAttribute('href') ?? '';
}

function find(event: UIEvent, selector: string): HTMLElement | null {
  return elementOf(event)?.closest<HTMLElement>(selector) ?? null;
}

const linkAt = (event: UIEvent): HTMLElement | null => find(event, 'a.internal-link');

/** A preview whose link is gone would stay until the mouse moves. */
export function closePreview(parent: HoverParent): void {
  const { hoverPopover } = parent;
  hoverPopover?.unload();
  hoverPopover?.hoverEl.detach();
  parent.hoverPopover = null;
}

/** Once per element, whatever is rendered into it. */
export function followLinks(area: LinkArea): void {
  const { desk, el, source, owner } = area;
  const { workspace } = desk.app;
  const clicked = (event: MouseEvent): void => {
    if (event.button !== 0 && event.button !== 1) return;
    if (openLink(area, event) || openTag(area, event) || jump(area, event)) event.preventDefault();
  };
  owner.registerDomEvent(el, 'click', keepTask, { capture: true });
  owner.registerDomEvent(el, 'click', clicked);
  owner.registerDomEvent(el, 'auxclick', clicked);
  owner.registerDomEvent(el, 'contextmenu', (event) => showLinkMenu(area, event));
  owner.register(() => closePreview(owner));
  owner.registerDomEvent(el, 'mouseover', (event) => {
    const targetEl = linkAt(event);
    if (!targetEl) return;
    const linktext = linktextOf(targetEl);
    workspace.trigger('hover-link', {
      event,
      source: hoverSource,
      hoverParent: owner,
      targetEl,
      linktext,
      sourcePath: source,
    });
  });
}

/** An embed or another plugin would write the change to a note. */
function keepTask(event: MouseEvent): void {
  if (!find(event, 'input.task-list-item-checkbox')) return;
  event.preventDefault();
  event.stopPropagation();
}

function openLink({ desk, source, leave }: LinkArea, event: MouseEvent): boolean {
  const link = linkAt(event);
  if (!link) return false;
  const how = event.button === 1 ? 'tab' : Keymap.isModEvent(event);
  leave?.();
  void desk.app.workspace.openLinkText(linktextOf(link), source, how === false ? 'tab' : how);
  return true;
}

function openTag({ desk, leave }: LinkArea, event: MouseEvent): boolean {
  const tag = find(event, 'a.tag');
  if (!tag) return false;
  leave?.();
  const state = { query: `tag:${tag.getText()}` };
  void desk.app.workspace.ensureSideLeaf('search', 'left', { active: true, reveal: true, state });
  return true;
}

/** From a mark to its footnote and back, if the card has both. */
function jump({ el }: LinkArea, event: MouseEvent): boolean {
  const mark = find(event, 'a.footnote-link, a.footnote-backref');
  if (!mark) return false;
  const id = CSS.escape((mark.getAttribute('href') ?? '').replace(/^#/, ''));
  const within = mark.closest<HTMLElement>('.markdown-rendered') ?? el;
  const target = within.find(`[data-footnote-id="${id}"], [id="${id}"]`);
  if (!target) return true;
  target.scrollIntoView({ block: 'nearest' });
  const next = target.find('a.footnote-link, a.footnote-backref') ?? target;
  if (next === target) target.setAttr('tabindex', -1);
  next.focus({ preventScroll: true });
  return true;
}

function showLinkMenu({ desk, source }: LinkArea, event: MouseEvent): void {
  const link = find(event, 'a.internal-link, a.external-link');
  if (!link) return;
  const { workspace } = desk.app;
  const menu = new Menu();
  if (link.hasClass('internal-link')) {
    if (!workspace.handleLinkContextMenu(menu, linktextOf(link), source)) return;
  } else {
    const url = link.getAttribute('href') ?? '';
    menu.addItem((item) =>
      item
        .setTitle(desk.locale.main.review.copyAddress)
        .setIcon('copy')
        .onClick(() => void link.win.navigator.clipboard.writeText(url)),
    );
    workspace.trigger('url-menu', menu, url);
  }
  event.preventDefault();
  // The menu key has no pointer position.
  if (event.clientX === 0 && event.clientY === 0) openMenuBelow(menu, link);
  else menu.showAtMouseEvent(event);
}
