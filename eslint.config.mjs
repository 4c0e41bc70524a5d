// The plugin's code follows the rules of Obsidian's own review; programs and tests follow typed TypeScript rules.
import { defineConfig, globalIgnores } from 'eslint/config';
import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import regexp from 'eslint-plugin-regexp';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { PlainTextParser } from 'eslint-plugin-obsidianmd/dist/lib/plainTextParser.js';
import tseslint from 'typescript-eslint';

/** Some of Obsidian's recommended rules only warn; here they are all errors. */
const asErrors = [...obsidianmd.configs.recommended].map((config) => ({
  ...config,
  ...(config.rules && {
    rules: Object.fromEntries(
      Object.entries(config.rules).map(([rule, level]) => {
        if (level === 'warn' || level === 1) return [rule, 'error'];
        if (Array.isArray(level) && (level[0] === 'warn' || level[0] === 1)) {
          return [rule, ['error', ...level.slice(1).filter((option) => option !== 'warn')]];
        }
        return [rule, level];
      }),
    ),
  }),
}));

/** The plugin keeps its package.json rules in a separate part. */
const isForPackage = ({ files }) => files?.includes('package.json');
const code = asErrors.filter((config) => !isForPackage(config));

/** manifest.json as its rule reads it: the expression of a program. */
const manifestParser = {
  // ESLint's cache requires a name.
  meta: { name: 'manifest-parser', version: '1.0.0' },
  parseForESLint: (text) =>
    tseslint.parser.parseForESLint(`(${text}\n)`, { range: true, loc: true, tokens: true, comment: true }),
};

export default defineConfig([
  globalIgnores(['main.js', 'node_modules', 'artifacts', 'coverage', 'tests/fixtures', '.cache']),
  {
    files: ['src/**/*.ts'],
    extends: [code, tseslint.configs.recommendedTypeChecked],
    plugins: { compat, regexp },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // What a WebView that the app runs in lacks: `browserslist` in package.json, matching the bundle target.
      'compat/compat': 'error',
      // Notes are written by strangers: no pattern may take more than linear time on any of them.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      // A pop-out window is another realm: objects created there are not instances of our window's classes.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'BinaryExpression[operator="instanceof"]:matches([right.name=/^(HTML|SVG)?\\w*(Element|Node|Event|Target|Document|Fragment|Range|Window)$|^(Text|Comment|Touch)$/], [right.type="MemberExpression"])',
          message:
            'False for what was made in a pop-out window: use instanceOf(), or elementOf() for the target of an event.',
        },
        {
          selector: ':not([kind="constructor"])[accessibility="private"]',
          message: 'Use a # name: it is private at run time, too, and gets a short name in main.js.',
        },
      ],
      'max-lines': ['error', 400],
      'no-console': ['error', { allow: ['warn', 'error', 'debug'] }],
    },
  },
  ...asErrors.filter(isForPackage),
  {
    files: ['manifest.json'],
    plugins: { obsidianmd },
    languageOptions: { parser: manifestParser },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
  {
    files: ['LICENSE'],
    plugins: { obsidianmd },
    languageOptions: { parser: PlainTextParser },
    rules: { 'obsidianmd/validate-license': 'error' },
  },
  {
    files: ['scripts/**/*.{ts,mts}', 'tests/**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', 400],
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', TextEncoder: 'readonly' },
    },
  },
]);
