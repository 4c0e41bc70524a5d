// Markdown files that are no notes: boards and templates. What stands in them asks nothing.
import type { Outline } from '../note/outline.ts';
import type { Properties } from '../note/properties.ts';
import type { SkipReason } from './draft.ts';

/** Marks of Templater: `<% tp.…`, `<%* …`. */
const templater = /<%[-_+]?[ \t\n]*tp\.|<%[-_]?\*/;
const wholeCode = /`[^`\n]*`/g;
/** A heading that the app's own templates fill. */
const templateTitle = /^\{\{(?:title|date)(?::[^{}]*)?\}\}$/i;

/** What a file is, where it is no note; null for a note. */
export function notNote({ masked, blocks }: Outline, { list }: Properties): SkipReason | null {
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
