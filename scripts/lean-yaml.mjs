// Lets esbuild leave out what the plugin does not use of js-yaml: 24 kB of schemas and of the writer, which it keeps as
// they are made by calls at the top level. Each such value is said to be made without a side effect, which is true of
// all of them; those that are used are made as before.
import { readFile } from 'node:fs/promises';

/** A value at the top level of the formatted bundle: up to the first line that is not indented and ends in `;`. */
const topLevelValue = /^var ([\w$]+) = ((?:.*\n(?=[\t\n}\])]))*.*);$/gm;

/** @param {string} code */
function sayPure(code) {
  return code.replace(topLevelValue, (whole, name, value) =>
    /[(`]|\.\.\./.test(value) ? `var ${name} = /* @__PURE__ */ (() => (${value}))();` : whole,
  );
}

/** @type {import('esbuild').Plugin} */
export const leanYaml = {
  name: 'lean-yaml',
  setup(build) {
    build.onLoad({ filter: /js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, async ({ path }) => ({
      contents: sayPure(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
