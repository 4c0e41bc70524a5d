// Offers to tag a note; writes the tag on a yes and nothing else.
import type { TFile } from 'obsidian';
import { noteTitle } from '../../core/card/extract.ts';
import { ask } from '../parts/confirm.ts';
import type { Desk } from '../shell/desk.ts';
import { words } from '../strings.ts';

/** Resolves to whether the person wants the tag. */
export function askForTag({ app }: Pick<Desk, 'app'>, file: TFile, tag: string): Promise<boolean> {
  const { tagNote } = words;
  return ask(app, { ...tagNote, text: tagNote.text(noteTitle(file.path), tag) });
}

/** Adds the tag to the properties of a note, in whatever form the tags there have. */
export async function addTag({ app }: Pick<Desk, 'app'>, file: TFile, tag: string): Promise<void> {
  await app.fileManager.processFrontMatter(file, (properties: Record<string, unknown>) => {
    const key = ['tags', 'Tags', 'tag', 'Tag'].find((name) => name in properties) ?? 'tags';
    const value = properties[key];
    if (Array.isArray(value)) properties[key] = [...(value as unknown[]), tag];
    else if (typeof value === 'string' && value.trim() !== '')
      properties[key] = [...value.split(/[,\s]+/).filter(Boolean), tag];
    else properties[key] = [tag];
  });
}
