// The file map: every file in src and what it is, taken from the first sentence of its head comment.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sources } from './imports.ts';

/** The first sentence of the comment at the top of a file; null if there is none. */
export function headOf(code: string): string | null {
  const lines = /^(?:\/\/.*\n)+/.exec(code)?.[0] ?? '';
  const [text = ''] = lines
    .replace(/^\/\/ ?/gm, '')
    .trim()
    .split('\n\n')
    .map((paragraph) => paragraph.replaceAll('\n', ' '));
  if (text === '') return null;
  const end = /[.:](?= [\p{Lu}\d]|$)/u.exec(text)?.index ?? text.length;
  return text.slice(0, end);
}

/** A Markdown list with a heading per folder. Throws if a file doesn't describe itself. */
export function drawFileMap(root: string): string {
  const files = sources(root, 'src').filter((file) => !file.endsWith('.d.ts'));
  const folders = new Map<string, string[]>();
  for (const file of files.sort()) {
    const head = headOf(readFileSync(join(root, file), 'utf8'));
    if (head === null) throw new Error(`${file} does not begin with a comment that says what it is`);
    const folder = dirname(file);
    const lines = folders.get(folder) ?? [];
    lines.push(`- \`${basename(file)}\`: ${head}`);
    folders.set(folder, lines);
  }
  return [...folders]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([folder, lines]) => `### ${folder}\n\n${lines.join('\n')}`)
    .join('\n\n');
}
