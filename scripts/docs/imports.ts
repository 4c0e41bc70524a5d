// Which file imports which, judging by the source text.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export interface Module {
  /** Path relative to the repository root. */
  readonly file: string;
  readonly lines: number;
  /** Root-relative paths for our files, names for libraries; includes type imports. */
  readonly imports: readonly string[];
}

/** The TypeScript files under a folder of the repository. */
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
