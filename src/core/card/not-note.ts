// Detects Markdown files that aren't notes: boards and templates. Nothing in them is asked.
import { isInFolders } from '../note/folder.ts';
import type { Outline } from '../note/outline.ts';
import type { Properties } from '../note/properties.ts';
import { trimSigns } from '../text/trim-signs.ts';
import type { SkipReason } from './draft.ts';

/** Templater's marks: `<% tp.…`, `<%* …`. */
const templater = /<%[-_+]?[ \t\n]*tp\.|<%[-_]?\*/;
const wholeCode = /`[^`\n]*`/g;
/** A heading filled in by the app's own templates. */
const templateTitle = /^\{\{(?:title|date)(?::[^{}]*)?\}\}$/i;

/** Properties that drawing plugins add to their files. */
const drawings: ReadonlySet<string> = new Set(['excalidraw-plugin', 'tldraw-file']);

/** Whether a file contains the strokes of a drawing, which nobody reads. */
export function isDrawing(path: string, { list }: Properties): boolean {
  return (
    /\.(?:excalidraw|tldraw|canvas)\.md$/i.test(path) ||
    list.some(({ key }) => drawings.has(key.toLowerCase()))
  );
}

/** What kind of non-note a file is; null for a note. */
export function notNote(
  path: string,
  { masked, blocks }: Outline,
  { list }: Properties,
  templateFolders: readonly string[] = [],
): SkipReason | null {
  if (isInFolders(path, templateFolders)) return 'a template';
  if (list.some(({ key }) => key === 'kanban-plugin')) return 'a Kanban board';
  const mayFill = masked.includes('<%');
  if (!mayFill && !masked.includes('{{')) return null;
  const isTemplate = blocks.some((block) => {
    if (block.kind === 'code') return false;
    if (block.kind === 'heading' && templateTitle.test(masked.slice(block.title.start, block.title.end)))
      return true;
    return mayFill && templater.test(masked.slice(block.start, block.end).replace(wholeCode, ' '));
  });
  return isTemplate ? 'a template' : null;
}

/** @param json settings of the core plugin Templates, `templates.json` in its folder */
export function templateFoldersIn(json: string): readonly string[] {
  let folder: unknown;
  try {
    const settings: unknown = JSON.parse(json);
    folder =
      typeof settings === 'object' && settings !== null && 'folder' in settings ? settings.folder : null;
  } catch {
    return [];
  }
  const name = typeof folder === 'string' ? trimSigns(folder.trim(), '/') : '';
  // Without a name it would be the whole vault.
  return name === '' ? [] : [name];
}
