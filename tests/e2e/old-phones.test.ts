// iOS 16.4 is the oldest that we serve: one thing that its WebKit does not parse, and the whole of main.js is no program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, type Node, type Options } from 'acorn';

const source = readFileSync(join(import.meta.dirname, '../../main.js'), 'utf8');
/** Classes with static blocks and private names, `d` flags, lookbehinds: all of it is in iOS 16.4. Nothing later is. */
const ecmaVersion = 2022 satisfies Options['ecmaVersion'];

type Tree = Node & Readonly<Record<string, unknown>>;

/** Each node of a program. */
function* nodesOf(tree: unknown): Generator<Tree> {
  if (Array.isArray(tree)) for (const each of tree) yield* nodesOf(each);
  else if (typeof tree === 'object' && tree !== null && 'type' in tree) {
    yield tree as Tree;
    for (const value of Object.values(tree)) yield* nodesOf(value);
  }
}

const parsed = (text: string) => [...nodesOf(parse(text, { ecmaVersion, sourceType: 'script' }))];

const textOf = (node: unknown): string | null => {
  const { type, value } = (node ?? {}) as { type?: string; value?: unknown };
  return type === 'Literal' && typeof value === 'string' ? value : null;
};

/** Patterns made from text, which a parser of programs does not look into. */
function patterns(nodes: readonly Tree[]): string[] {
  return nodes.flatMap((node) => {
    const { name } = (node.callee ?? {}) as { name?: string };
    if (!['NewExpression', 'CallExpression'].includes(node.type) || name !== 'RegExp') return [];
    const [pattern, flags] = (node.arguments as unknown[]).map(textOf);
    return pattern ? [`/${pattern.replaceAll('/', '\\/')}/${flags ?? ''}`] : [];
  });
}

/** Members of built-in objects that came after iOS 16.4; the name alone tells, whatever the object. */
const laterMembers =
  /^(withResolvers|fromBase64|fromHex|toBase64|toHex|setFromBase64|isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|groupBy|getOrInsert|getOrInsertComputed|requestIdleCallback|checkVisibility|parseHTMLUnsafe|setHTMLUnsafe|showPopover|hidePopover|togglePopover|startViewTransition|sumPrecise|f16round|isError|canParse|moveBefore|scrollend)$/;
const laterStatics: readonly (readonly [string, readonly string[]])[] = [
  ['Promise', ['try', 'withResolvers']],
  ['AbortSignal', ['any']],
  ['RegExp', ['escape']],
  ['Iterator', ['from', 'concat']],
  ['Map', ['groupBy']],
  ['Object', ['groupBy']],
  ['URL', ['parse', 'canParse']],
];
const laterGlobals = new Set([
  'Iterator',
  'scheduler',
  'Temporal',
  'Float16Array',
  'navigation',
  'CloseWatcher',
]);

function laterThings(nodes: readonly Tree[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'MemberExpression') {
      const name = (node.callee as { name?: string } | undefined)?.name ?? '';
      return laterGlobals.has(name) ? [name] : [];
    }
    const property = node.property as { name?: string };
    const key = (node.computed === true ? textOf(property) : property.name) ?? '';
    const { name = '' } = node.object as { name?: string };
    const isLater =
      laterMembers.test(key) || laterStatics.some(([home, keys]) => home === name && keys.includes(key));
    return isLater || laterGlobals.has(name) ? [`${name}.${key}`] : [];
  });
}

test('main.js is a program that iOS 16.4 parses', () => {
  expect(() => parsed(source)).not.toThrow();
});

test('patterns that main.js makes from text work on iOS 16.4, too', () => {
  const made = patterns(parsed(source));
  expect(made.filter((text) => throws(() => parsed(text)))).toEqual([]);
});

test('main.js uses no built-in that came after iOS 16.4', () => {
  expect(laterThings(parsed(source))).toEqual([]);
});

test.each([
  ['a flag of 17.0', '/[a&&b]/v'],
  ['two groups of one name', '/(?<a>b)|(?<a>c)/'],
  ['a modifier', '/(?i:a)b/'],
  ['an import of attributes', 'import("x", { with: { type: "json" } })'],
])('the parser refuses %s', (_, text) => {
  expect(throws(() => parsed(text))).toBe(true);
});

test.each([
  ['a lookbehind', '/(?<=a)b/'],
  ['a private name and a static block', 'class A { #a = 1; static { new A().#a; } }'],
  ['an assignment', 'a ??= b?.c'],
])('the parser accepts %s', (_, text) => {
  expect(throws(() => parsed(text))).toBe(false);
});

test.each([
  'Promise.withResolvers()',
  'new Set().isSubsetOf(a)',
  'Object.groupBy(a, b)',
  'scheduler.postTask(a)',
])('%s is reported', (text) => {
  expect(laterThings(parsed(text))).toHaveLength(1);
});

test('a pattern made from text is reported', () => {
  expect(patterns(parsed('new RegExp("(?i:a)", "u")'))).toEqual(['/(?i:a)/u']);
});

function throws(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}
