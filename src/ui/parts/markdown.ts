// Renders Markdown as in the note that it comes from: its links open and preview, and a renderer that throws costs one
// sentence, not the screen.
import { getLinkpath, Keymap, MarkdownRenderer, type Component, type HoverParent } from 'obsidian';
import type { Desk } from '../shell/desk.ts';
import { words } from '../strings.ts';

/** The name under which Obsidian knows our links, for the setting of page previews. */
export const hoverSource = 'note-flashcards';

export interface Rendering {
  readonly desk: Desk;
  readonly el: HTMLElement;
  readonly markdown: string;
  /** Path of the note. */
  readonly source: string;
  /** Owns what the renderers start; unload it with the element. */
  readonly owner: Component & HoverParent;
  /** Called before a link opens another note. */
  readonly leave?: () => void;
}

export async function renderMarkdown(rendering: Rendering): Promise<void> {
  const { desk, el, markdown, source, owner } = rendering;
  el.addClass('markdown-rendered');
  try {
    await MarkdownRenderer.render(desk.app, markdown, el, source, owner);
  } catch (error) {
    console.error(error);
    el.empty();
    el.createEl('p', { cls: 'nf-problem', text: words.problems.render });
    el.createEl('pre', { cls: 'nf-plain', text: markdown });
  }
  markMissing(desk, el, source);
}

/** Marks links to notes that are not there; not every version of Obsidian does it outside of its own views. */
function markMissing({ app }: Desk, el: HTMLElement, source: string): void {
  for (const link of el.findAll('a.internal-link')) {
    const path = getLinkpath(linktextOf(link));
    const isMissing = path !== '' && app.metadataCache.getFirstLinkpathDest(path, source) === null;
    link.toggleClass('is-unresolved', isMissing);
  }
}

function linktextOf(link: HTMLElement): string {
  return link.dataset['href'] ?? link.getAttribute('href') ?? '';
}

function linkAt(event: Event): HTMLElement | null {
  const { target } = event;
  return target instanceof Element ? target.closest<HTMLElement>('a.internal-link') : null;
}

/** Makes the links of an element open and preview. Once an element, whatever is rendered into it. */
export function followLinks({
  desk,
  el,
  source,
  owner,
  leave,
}: Omit<Rendering, 'markdown'> & { readonly source: string }): void {
  const { workspace } = desk.app;
  const open = (event: MouseEvent): void => {
    const link = linkAt(event);
    if (!link || (event.button !== 0 && event.button !== 1)) return;
    event.preventDefault();
    const how = event.button === 1 ? 'tab' : Keymap.isModEvent(event);
    leave?.();
    void workspace.openLinkText(linktextOf(link), source, how === false ? 'tab' : how);
  };
  owner.registerDomEvent(el, 'click', open);
  owner.registerDomEvent(el, 'auxclick', open);
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
