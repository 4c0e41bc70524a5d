// Counts the shapes of notes.
import type { Nodes } from 'mdast';
import { readOutline, type Block, type Outline } from '../../src/core/note/outline.ts';
import { parseInline } from '../../src/core/note/parse/markdown.ts';
import { inlineTexts } from './inline-texts.ts';
import {
  blockKinds,
  markKinds,
  scripts,
  type BlockKind,
  type MarkKind,
  type Script,
  type Shapes,
} from './shapes.ts';

function paragraphKind(text: string): BlockKind {
  if (/^[ \t]*\?{1,2}[ \t]*$/m.test(text)) return 'question above a ?';
  if (/\S::/.test(text)) return 'separator';
  if (/^!\[[^\n]*[\])]$/.test(text.trim())) return 'image';
  if (/^\$\$[^]*\$\$$/.test(text.trim())) return 'formula';
  return /^(?:\*\*|__)[^*_\n]+(?:\*\*|__)[ \t]*(?:$|[:.?–]|\n)/.test(text) ? 'lead-in' : 'paragraph';
}

function listKind(text: string): BlockKind {
  if (/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\][ \t]/m.test(text)) return 'tasks';
  return /\n[ \t]{2,}(?:[-*+]|\d+[.)])[ \t]/.test(text) ? 'nested list' : 'list';
}

function kindOf({ kind }: Block, text: string): BlockKind | null {
  if (kind === 'paragraph') return paragraphKind(text);
  if (kind === 'list') return listKind(text);
  return kind === 'definition' ? null : kind;
}

/** What a node counts as; its child nodes are counted separately. */
function markOf(node: Nodes, text: string): MarkKind | null {
  switch (node.type) {
    case 'strong':
    case 'emphasis': {
      const [inside] = node.children;
      const isBoth = node.children.length === 1 && (inside?.type === 'strong' || inside?.type === 'emphasis');
      return isBoth ? 'bold italics' : node.type === 'strong' ? 'bold' : 'italics';
    }
    case 'highlight':
      return node.children.some(({ type }) => type !== 'text') ? 'highlight with marks inside' : 'highlight';
    case 'delete':
      return 'strikethrough';
    case 'inlineCode':
      return 'code';
    case 'inlineMath':
      return text.startsWith('$$', node.position?.start.offset) ? 'blanked formula' : 'formula';
    case 'wikiLink':
      return text.slice(node.position?.start.offset, node.position?.end.offset).includes('|')
        ? 'wikilink with a name'
        : 'wikilink';
    case 'embed':
      return 'embed';
    case 'link':
      return text.charAt(node.position?.start.offset ?? 0) === '[' ? 'link' : 'address';
    case 'image':
      return (node.alt ?? '') === '' ? 'image without a text' : 'image';
    case 'html':
      return 'HTML';
    case 'break':
      return 'hard break';
    default:
      return null;
  }
}

const patterns: Partial<Record<MarkKind, RegExp>> = {
  escape: /\\[!-/:-@[-`{-~]/g,
  footnote: /\[\^[^\]\s]+\]/g,
  tag: /(?<![^\s(])#[\p{L}_-][\p{L}\d/_-]*/gu,
  'line end': /\n/g,
};

const scriptPatterns: readonly (readonly [Exclude<Script, 'other'>, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Han', /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u],
];

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}

class Counter {
  private readonly sizes: number[] = [];
  private bytes = 0;
  private frontmatters = 0;
  private readonly lengths = new Map<BlockKind, number[]>();
  private readonly marks = zeros(markKinds);
  private readonly letters = zeros(scripts);
  private characters = 0;

  add(text: string): void {
    this.sizes.push(text.length);
    this.bytes += Buffer.byteLength(text);
    const outline = readOutline(text);
    if (outline.frontmatter) this.frontmatters += 1;
    this.addBlocks(outline);
    for (const one of inlineTexts(outline)) this.addInline(one);
    for (const letter of text.slice(outline.bodyStart).match(/\p{L}/gu) ?? [])
      this.letters[scriptPatterns.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other'] += 1;
  }

  private addBlocks({ masked, blocks }: Outline): void {
    for (const block of blocks) {
      const kind = kindOf(block, masked.slice(block.start, block.end));
      if (!kind) continue;
      const lengths = this.lengths.get(kind) ?? [];
      lengths.push(block.end - block.start);
      this.lengths.set(kind, lengths);
    }
  }

  private addInline(text: string): void {
    this.characters += text.length;
    const visit = (node: Nodes): void => {
      const kind = markOf(node, text);
      if (kind) this.marks[kind] += 1;
      if ('children' in node && kind !== 'bold italics') node.children.forEach(visit);
    };
    parseInline(text).forEach(visit);
    for (const [kind, pattern] of Object.entries(patterns))
      this.marks[kind as MarkKind] += text.match(pattern)?.length ?? 0;
  }

  result(): Shapes {
    const sizes = [...this.sizes].sort((a, b) => a - b);
    const all = [...this.lengths.values()].reduce((sum, { length }) => sum + length, 0);
    const letters = Object.values(this.letters).reduce((sum, count) => sum + count, 0);
    const per = <K extends string>(
      counts: Record<K, number>,
      whole: number,
      unit: number,
    ): Record<K, number> =>
      Object.fromEntries(
        Object.entries<number>(counts).map(([key, count]) => [
          key,
          Math.round((100 * unit * count) / Math.max(whole, 1)) / 100,
        ]),
      ) as Record<K, number>;
    const counts = zeros(blockKinds);
    for (const [kind, { length }] of this.lengths) counts[kind] = length;
    return {
      notes: sizes.length,
      bytes: this.bytes,
      sizes: Array.from({ length: 11 }, (_, step) => at(sizes, step / 10)),
      frontmatter: Math.round((100 * this.frontmatters) / Math.max(sizes.length, 1)) / 100,
      blocks: per(counts, all, 1000),
      lengths: Object.fromEntries(
        blockKinds.map((kind) => {
          const found = [...(this.lengths.get(kind) ?? [])].sort((a, b) => a - b);
          return [kind, [at(found, 0.5), at(found, 0.9)]];
        }),
      ) as unknown as Shapes['lengths'],
      marks: per(this.marks, this.characters, 10_000),
      letters: per(this.letters, letters, 1000),
    };
  }
}

/** The shapes of a set of notes. */
export function countShapes(texts: Iterable<string>): Shapes {
  const counter = new Counter();
  for (const text of texts) counter.add(text.replace(/^\uFEFF/, ''));
  return counter.result();
}
