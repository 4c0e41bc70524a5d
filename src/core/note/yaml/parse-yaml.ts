// The port to a YAML parser, and the only file that names one: `yaml` in the command line and the tests; in main.js, which
// is 72 kB smaller for it, the app's own `parseYaml`, put in by the build (scripts/release/app-yaml.mjs). So no more is
// used of it than both can: a text in, plain values out, and anything thrown.
import { parse } from 'yaml';
import { errorMessage } from '../../text/error-message.ts';
import { trimSigns } from '../../text/trim-signs.ts';

export interface YamlError {
  /** Continues a sentence of ours. */
  readonly message: string;
  /** Offset into the YAML, or null if the parser doesn't say. */
  readonly at: number | null;
}

/** Plain values: null, texts, numbers, booleans, arrays and objects; an alias can make them circular. */
export type Parsed =
  { readonly value: unknown; readonly error: null } | { readonly value: null; readonly error: YamlError };

/** YAML's own whitespace; a no-break space is text. */
export const yamlBlanks = ' \t\r\n';

/** Maximum depth of lists and maps. Nobody writes half as many levels. */
const deepest = 100;
/** Indicators that each open a level on one line, or indentation deep enough for as many levels. */
const deepLine = new RegExp(`^[ \\t?:-]{${2 * deepest}}|(?:[?:-][ \\t]+){${deepest}}`, 'm');

/**
 * Where nesting gets too deep, or -1. The library recurses: deep nesting overflows the stack, which in V8 can end the
 * process.
 */
function tooDeepAt(yaml: string): number {
  let brackets = 0;
  for (const { 0: sign, index } of yaml.matchAll(/[[\]{}]/g)) {
    brackets = Math.max(0, brackets + (sign === '[' || sign === '{' ? 1 : -1));
    if (brackets > deepest) return index;
  }
  return yaml.search(deepLine);
}

/** The library compares each key of a map with all others, which takes seconds for some ten thousand. */
const mostKeys = 5000;

function hasTooManyKeys(yaml: string): boolean {
  if (yaml.length < 2 * mostKeys) return false;
  const signs = yaml.includes('{') ? /:(?=\s)|,/g : /:(?=\s)/g;
  return (yaml.match(signs)?.length ?? 0) > mostKeys;
}

/** The first sentence, without the place and the excerpt that follow it. */
function sentenceOf(thrown: unknown): string {
  const [line = ''] = errorMessage(thrown).split('\n', 1);
  const sentence = line
    .replace(/^\w*Error: /, '')
    .replace(/ at line \d+, column \d+:?$/, '')
    .trim();
  return sentence === '' ? 'unknown' : sentence.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function placeOf(thrown: unknown, yaml: string): number | null {
  const pos: unknown = typeof thrown === 'object' && thrown !== null && 'pos' in thrown ? thrown.pos : null;
  const at: unknown = Array.isArray(pos) ? pos[0] : null;
  if (typeof at !== 'number' || !(at >= 0)) return null;
  // Something missing at the end is reported on the last line with text.
  return Math.min(at, Math.max(0, trimSigns(yaml, yamlBlanks).length - 1));
}

export function parseYaml(yaml: string): Parsed {
  const deep = tooDeepAt(yaml);
  if (deep >= 0) return { value: null, error: { message: 'it is nested too deep', at: deep } };
  if (hasTooManyKeys(yaml)) return { value: null, error: { message: 'it has too many keys', at: 0 } };
  try {
    return { value: parse(yaml, { logLevel: 'error' }) as unknown, error: null };
  } catch (thrown) {
    return { value: null, error: { message: sentenceOf(thrown), at: placeOf(thrown, yaml) } };
  }
}

/** The parsed keys and values, or null for anything but a map. */
export function mapOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}
