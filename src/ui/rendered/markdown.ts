// Renders Markdown as in its source note. A renderer that throws costs one sentence, not the screen.
import { getLinkpath, MarkdownRenderer, type Component, type HoverParent } from 'obsidian';
import type { Desk } from '../shell/desk.ts';
import { linktextOf } from './follow-links.ts';
import { settleParts } from './later-parts.ts';

export interface Rendering {
  readonly desk: Desk;
  readonly el: HTMLElement;
  readonly markdown: string;
  /** Path of the note. */
  readonly source: string;
  /** Owns what the renderers start; unload it with the element. */
  readonly owner: Component & HoverParent;
}

export async function renderMarkdown(rendering: Rendering): Promise<void> {
  const { desk, el, markdown, source, owner } = rendering;
  el.addClasses(['markdown-rendered', 'nf-rendered']);
  try {
    await MarkdownRenderer.render(desk.app, markdown, el, source, owner);
  } catch (error) {
    console.error(error);
    el.empty();
    el.createEl('p', { cls: 'nf-problem', text: desk.locale.main.problems.render });
    el.createEl('pre', { cls: 'nf-plain', text: markdown });
  }
  settleParts(el, owner, () => {
    markMissing(desk, el, source);
    stillTasks(el);
  });
}

/** Marks links to missing notes; not every version of Obsidian does so outside its own views. */
function markMissing({ app }: Desk, el: HTMLElement, source: string): void {
  for (const link of el.findAll('a.internal-link')) {
    // Links in an embedded note are relative to that note, and its renderer handles them.
    if (link.closest('.internal-embed')) continue;
    const path = getLinkpath(linktextOf(link));
    const isMissing = path !== '' && app.metadataCache.getFirstLinkpathDest(path, source) === null;
    link.toggleClass('is-unresolved', isMissing);
  }
}

/** Disables task checkboxes: reviewing must not change the note. */
function stillTasks(el: HTMLElement): void {
  for (const box of el.findAll('input.task-list-item-checkbox')) box.setAttr('disabled', '');
}
