// Which file imports which, as far as the text of the files says.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface Module {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly lines: number;
  /** Paths from the root for files of ours, names for libraries; type imports included. */
  readonly imports: readonly string[];
}

/** The TypeScript files below a folder of the repository. */
export function sources(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

export function load(root: string, file: string): Module {
  const text = readFileSync(join(root, file), 'utf8');
  const imports = [
    ...text.matchAll(/^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ].map(([, specifier = '']) =>
    specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')
      : specifier,
  );
  return { file, lines: text.split('\n').length - 1, imports };
}
