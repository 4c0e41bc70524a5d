// Starts the command line as plain JavaScript: compiling its TypeScript at each start took 3 s.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { provideBundle } from './cli/bundle.mjs';

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'node_modules/.cache/cli/cli.mjs');
await provideBundle(join(root, 'scripts/cli.ts'), bundle);
await import(pathToFileURL(bundle).href);
