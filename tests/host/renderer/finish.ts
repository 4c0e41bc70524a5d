// What is done on the elements once they are clean: maths, links, embeds, callouts, tasks, code.
import type * as Obsidian from 'obsidian';
import katex from 'katex';
import { setIcon } from '../api/icons.ts';
import { parseLinktext } from '../api/paths.ts';
import { fillEmbed } from './embeds.ts';
import { later } from './late.ts';
import { postProcessors } from './post-processors.ts';
import type { RenderJob } from './render-note.ts';

function renderMaths(root: HTMLElement): void {
  for (const el of root.findAll('.math')) {
    const source = el.textContent;
    el.empty();
    later(el, () => {
      // `trust: false` keeps \href and \includegraphics of a note from doing anything.
      katex.render(source, el, { displayMode: el.hasClass('math-block'), throwOnError: false, trust: false });
      el.addClass('is-loaded');
    });
  }
}

/** The app puts the diagram in the place of its text; here it is a plain picture. */
function drawDiagrams(root: HTMLElement): void {
  for (const code of root.findAll('pre > code.language-mermaid')) {
    const text = code.parentElement;
    if (!text) continue;
    later(text, () => {
      const diagram = createDiv('mermaid');
      diagram.createSvg('svg', { attr: { width: 200, height: 240, role: 'img' } });
      text.replaceWith(diagram);
    });
  }
}

function markLinks({ app, el, sourcePath }: RenderJob): void {
  for (const link of el.findAll('a[href]')) {
    const href = link.getAttr('href') ?? '';
    if (link.hasClass('tag') || link.hasClass('footnote-link')) continue;
    if (/^[a-z][a-z\d+.-]*:/i.test(href)) {
      link.addClass('external-link');
      link.setAttrs({ target: '_blank', rel: 'noopener nofollow' });
      continue;
    }
    const target = link.getAttr('data-href') ?? decoded(href);
    link.addClass('internal-link');
    link.setAttrs({ 'data-href': target, target: '_blank', rel: 'noopener nofollow' });
    const { path } = parseLinktext(target);
    const missing = path !== '' && !app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    link.toggleClass('is-unresolved', missing);
  }
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** A picture by its path in the vault. */
function findImages({ app, el, sourcePath }: RenderJob): void {
  for (const image of el.findAll('img')) {
    const src = image.getAttr('src') ?? '';
    if (/^[a-z][a-z\d+.-]*:/i.test(src)) continue;
    const file = app.metadataCache.getFirstLinkpathDest(decoded(src), sourcePath);
    if (file) image.setAttr('src', app.vault.getResourcePath(file));
    const size = /\|(\d+)(?:x(\d+))?$/.exec(image.getAttr('alt') ?? '');
    if (size) image.setAttrs({ width: size[1] ?? null, height: size[2] ?? null });
  }
}

function finishCallouts(root: HTMLElement): void {
  for (const el of root.findAll('.callout')) {
    const icon = el.querySelector<HTMLElement>('.callout-icon');
    const title = el.querySelector<HTMLElement>('.callout-title');
    if (icon) setIcon(icon, icon.dataset['icon'] ?? 'pencil');
    if (!title || !el.hasClass('is-collapsible')) continue;
    const fold = title.createDiv('callout-fold');
    setIcon(fold, 'chevron-down');
    const show = () =>
      el.querySelector<HTMLElement>('.callout-content')?.toggle(!el.hasClass('is-collapsed'));
    show();
    title.addEventListener('click', () => {
      el.toggleClass('is-collapsed', !el.hasClass('is-collapsed'));
      show();
    });
  }
}

function finishBlocks(root: HTMLElement): void {
  for (const box of root.findAll('li > input[type="checkbox"], li > p > input[type="checkbox"]')) {
    const checked = (box as HTMLInputElement).checked;
    box.addClass('task-list-item-checkbox');
    box.removeAttribute('disabled');
    const item = box.closest('li');
    item?.classList.add('task-list-item');
    item?.classList.toggle('is-checked', checked);
    item?.setAttribute('data-task', checked ? 'x' : ' ');
    item?.parentElement?.classList.add('contains-task-list');
  }
  for (const code of root.findAll('pre > code')) {
    code.addClass('is-loaded');
    code.parentElement?.addClasses([...code.classList].filter((name) => name.startsWith('language-')));
  }
  for (const heading of root.findAll('h1, h2, h3, h4, h5, h6')) {
    heading.setAttr('data-heading', heading.textContent);
  }
  for (const block of root.findAll('p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, table')) {
    if (!block.hasAttribute('dir')) block.setAttr('dir', 'auto');
  }
}

export type SectionInfo = Obsidian.MarkdownPostProcessorContext['getSectionInfo'];

/** @param getSectionInfo of the reading view; what is drawn elsewhere has no sections */
export async function finish(job: RenderJob, getSectionInfo: SectionInfo = () => null): Promise<void> {
  const { el, component, sourcePath, app } = job;
  markLinks(job);
  findImages(job);
  renderMaths(el);
  drawDiagrams(el);
  finishCallouts(el);
  finishBlocks(el);
  for (const embed of el.findAll('.internal-embed')) later(embed, () => fillEmbed(embed, job));
  const file = app.vault.getFileByPath(sourcePath);
  const context: Obsidian.MarkdownPostProcessorContext = {
    docId: sourcePath,
    sourcePath,
    frontmatter: file && app.metadataCache.getFileCache(file)?.frontmatter,
    addChild: (child) => void component.addChild(child),
    getSectionInfo,
  };
  for (const process of postProcessors) {
    try {
      await process(el, context);
    } catch (error) {
      // As in the app: the processor of one plugin that fails does not take the note with it.
      reportError(error);
    }
  }
}
