// The frontmatter of a note, and its properties as values: what is written into it may change no others.
import { frontmatterEnd } from './mask.ts';
import { frontmatterSpan } from './outline.ts';
import { noProperties, readProperties, type Properties } from './properties.ts';
import type { Span } from './span.ts';
import { mapOf, parseYaml } from './yaml/parse-yaml.ts';

export interface Frontmatter {
  /** The text between the `---` lines. */
  readonly span: Span;
  readonly properties: Properties;
}

/** @param text without a byte order mark */
export function frontmatterOf(text: string): Frontmatter | null {
  const end = frontmatterEnd(text);
  if (end === 0) return null;
  const span = frontmatterSpan(text, end);
  const yaml = text.slice(span.start, span.end);
  return { span, properties: yaml.trim() === '' ? noProperties : readProperties(yaml, span.start) };
}

/** All other properties, with what lists of properties leave out, or null if they can't be compared. */
export function otherProperties(
  text: string,
  { span }: Frontmatter,
  isLeftOut: (key: string) => boolean,
): string | null {
  const { value, error } = parseYaml(text.slice(span.start, span.end));
  if (error) return null;
  const others = Object.entries(mapOf(value) ?? {}).filter(([key]) => !isLeftOut(key.trim()));
  try {
    return JSON.stringify(others);
  } catch {
    return null;
  }
}
