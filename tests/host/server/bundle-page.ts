// Bundles the page of our API host; nothing is written to disk.
import { join } from 'node:path';
import esbuild from 'esbuild';
import { readApiDocs } from './api-docs.ts';

const page = join(import.meta.dirname, '..', 'page');

export interface PageBundle {
  readonly script: string;
  readonly styles: string;
}

export async function bundlePage(): Promise<PageBundle> {
  const result = await esbuild.build({
    entryPoints: [join(page, 'main.ts'), join(page, '..', 'styles', 'host.css')],
    bundle: true,
    write: false,
    outdir: '/',
    format: 'iife',
    target: ['chrome110'],
    sourcemap: false,
    external: ['/katex/*'],
    define: { API_DOCS: JSON.stringify(readApiDocs()) },
    logLevel: 'warning',
  });
  const text = (end: string) => result.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: text('.js'), styles: text('.css') };
}
