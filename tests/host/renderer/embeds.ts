// `![[…]]`: pictures, and notes or parts of notes inside a note.
import type * as Obsidian from 'obsidian';
import { parseLinktext, stripHeading } from '../api/paths.ts';
import { renderMarkdown, type RenderJob } from './render-note.ts';

/** The app stops at this depth, too. */
const deepest = 5;

const sounds = new Set(['mp3', 'wav', 'm4a', 'ogg', 'flac', 'webm']);
const pictures = new Set(['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'bmp', 'avif']);

/** The text that a subpath names: a section with all below it, or a block; the whole text without one. */
export function partOf(text: string, subpath: string, cache: Obsidian.CachedMetadata | null): string | null {
  if (subpath === '') return text;
  const name = subpath.slice(subpath.lastIndexOf('#') + 1);
  if (name.startsWith('^')) {
    const block = cache?.blocks?.[name.slice(1).toLowerCase()];
    return block ? text.slice(block.position.start.offset, block.position.end.offset) : null;
  }
  const headings = cache?.headings ?? [];
  const wanted = stripHeading(name).toLowerCase();
  const at = headings.findIndex((one) => stripHeading(one.heading).toLowerCase() === wanted);
  const start = headings[at];
  if (!start) return null;
  const next = headings.slice(at + 1).find(({ level }) => level <= start.level);
  return text.slice(start.position.start.offset, next?.position.start.offset);
}

function fillPicture(el: HTMLElement, file: Obsidian.TFile, { app }: RenderJob): void {
  const alt = el.getAttr('alt') ?? '';
  const [, width, height] = /^(?:.*\|)?(\d+)(?:x(\d+))?$/.exec(alt) ?? [];
  el.addClasses(['media-embed', 'image-embed', 'is-loaded']);
  const src = app.vault.getResourcePath(file);
  el.createEl('img', { attr: { src, alt: file.name, width: width ?? null, height: height ?? null } });
}

export async function fillEmbed(el: HTMLElement, job: RenderJob): Promise<void> {
  const { app, sourcePath, within = [] } = job;
  const link = el.getAttr('src') ?? '';
  const { path, subpath } = parseLinktext(link);
  const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
  if (!file) {
    el.addClasses(['file-embed', 'mod-empty']);
    el.createDiv({ cls: 'file-embed-title', text: `“${link}” is not created yet.` });
    return;
  }
  if (pictures.has(file.extension)) return fillPicture(el, file, job);
  if (file.extension === 'pdf') {
    el.addClasses(['media-embed', 'pdf-embed', 'is-loaded']);
    el.createDiv('pdf-container').setCssStyles({ height: '600px' });
    return;
  }
  if (sounds.has(file.extension)) {
    el.addClasses(['media-embed', 'audio-embed', 'is-loaded']);
    el.createEl('audio', { attr: { controls: '', src: app.vault.getResourcePath(file) } });
    return;
  }
  if (file.extension !== 'md') {
    el.addClasses(['file-embed', 'mod-generic']);
    el.createDiv({ cls: 'file-embed-title', text: file.name });
    return;
  }
  el.addClasses(['markdown-embed', 'inline-embed', 'is-loaded']);
  const around = [...within, sourcePath];
  if (around.includes(file.path) || around.length > deepest) {
    el.createDiv({ cls: 'markdown-embed-title', text: `${file.basename} (shown above)` });
    return;
  }
  const title = subpath === '' ? file.basename : `${file.basename} > ${subpath.replace(/^#\^?/, '')}`;
  el.createDiv({ cls: 'markdown-embed-title', text: title });
  const content = el.createDiv('markdown-embed-content').createDiv('markdown-preview-view markdown-rendered');
  const text = partOf(await app.vault.cachedRead(file), subpath, app.metadataCache.getFileCache(file));
  if (text === null) {
    content.createDiv({ cls: 'file-embed-title', text: `Unable to find “${subpath}” in ${file.basename}` });
    return;
  }
  await renderMarkdown({ ...job, markdown: text, el: content, sourcePath: file.path, within: around });
}
