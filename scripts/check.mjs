// `npm run check`: types, lint, dead code, and the tests that need no browser, in parallel.
import { together } from './together.mjs';

const failed = await together(['typecheck', 'lint:code', 'lint:format', 'knip', 'copies', 'unit']);
console.log(failed.length === 0 ? '\nAll is well.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
