// The only file that imports unified and remark: text → tree. The tree is read, never turned back into text (measured:
// that corrupts links and callouts); questions and answers are slices of the source by offset.
import type { Literal, Nodes, Parent, PhrasingContent, Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkWikiLink from 'remark-wiki-link';
import { unified } from 'unified';
import { merged, firstAfter } from '../sorted-spans.ts';
import { barLinkFromMarkdown, barLinkSyntax } from './bar-link.ts';
import { crowdedSpans, thinned } from './crowded.ts';
import { deepSpans, flattened } from './deep.ts';
import { lazySpans } from './lazy.ts';
import { inPieces } from './pieces.ts';
import { scanInline } from '../scan/inline/inline.ts';
import { embedFromMarkdown, embedSyntax } from './embed.ts';
import { highlightFromMarkdown, highlightSyntax } from './highlight.ts';
import type { Span } from '../span.ts';
import { singleDollarSyntax } from './math.ts';

/** `![[value]]` */
interface Embed extends Literal {
  type: 'embed';
}

/** `==children==` */
interface Highlight extends Parent {
  type: 'highlight';
  children: PhrasingContent[];
}

/** `[[value|data.alias]]`, as built by remark-wiki-link. */
interface WikiLink extends Literal {
  type: 'wikiLink';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    embed: Embed;
    highlight: Highlight;
    wikiLink: WikiLink;
  }
  interface RootContentMap {
    embed: Embed;
    highlight: Highlight;
    wikiLink: WikiLink;
  }
}

const ourSyntax: Extension[] = [embedSyntax, barLinkSyntax, highlightSyntax, singleDollarSyntax];

/** Blocks that can't occur in a single piece of inline text. */
const blocksOff: Extension = {
  disable: {
    null: [
      'blockQuote',
      'codeFenced',
      'codeIndented',
      'definition',
      'gfmFootnoteDefinition',
      'headingAtx',
      'htmlFlow',
      'list',
      'setextUnderline',
      'table',
      'thematicBreak',
    ],
  },
};

// Math blocks are masked before parsing (mask.ts): the syntax would let an unclosed `$$` swallow the note.
const mathBlocksOff: Extension = { disable: { null: ['mathFlow'] } };

interface ReaderData {
  micromarkExtensions?: Extension[];
  fromMarkdownExtensions?: (FromMarkdown | FromMarkdown[])[];
}

/** GFM would look for more addresses in the finished tree and give them, and the text around them, no position. */
function withPositions(extension: FromMarkdown): FromMarkdown {
  return { ...extension, transforms: [] };
}

function processor(extra: readonly Extension[], hasFrontmatter: boolean) {
  return (
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(hasFrontmatter ? [remarkFrontmatter] : [])
      .use(remarkMath, { singleDollarTextMath: false })
      // The default divider `:` breaks `[[BERT: X]]`.
      .use(remarkWikiLink, { aliasDivider: '|' })
      .use(function () {
        const data = this.data() as ReaderData;
        (data.micromarkExtensions ??= []).push(...ourSyntax, mathBlocksOff, ...extra);
        data.fromMarkdownExtensions = [
          ...(data.fromMarkdownExtensions ?? []).flat().map(withPositions),
          embedFromMarkdown,
          barLinkFromMarkdown,
          highlightFromMarkdown,
        ];
      })
      .freeze()
  );
}

function parser(extra: readonly Extension[], hasFrontmatter: boolean): (text: string) => Root {
  const whole = processor(extra, hasFrontmatter);
  return (text) => {
    const marks = merged([...deepSpans(text), ...lazySpans(text)]);
    const flat = flattened(text, marks);
    const crowded = crowdedSpans(flat);
    const read = hasFrontmatter
      ? (plain: string) => whole.parse(plain)
      : inPieces((plain) => whole.parse(plain), scanInline);
    if (marks.length + crowded.length === 0) return read(text);
    const root = read(thinned(flat, crowded));
    restoreTexts(root, text, merged([...marks, ...crowded]));
    return root;
  };
}

/** Restores the original words of crowded paragraphs and deep lines. */
function restoreTexts(node: Nodes, text: string, plain: readonly Span[]): void {
  if ('children' in node) for (const child of node.children) restoreTexts(child, text, plain);
  else if (node.type === 'text') {
    const { start, end } = spanOf(node);
    if ((plain[firstAfter(plain, start)]?.start ?? Infinity) < end)
      node.value = text.slice(start, end).replace(/\n[ \t>]*/g, '\n');
  }
}

/** Parses a note with frontmatter. Pass the note's mask (mask.ts), which has the same offsets. */
export const parseNote = parser([], true);

/**
 * Parses masked Markdown without frontmatter. Given an unclosed `---` on line 1, `parseNote` would take the quotes and
 * lists after it for plain text.
 */
export const parseBlocks = parser([], false);

const parseParagraph = parser([blocksOff], false);

/** Parses text as the inside of one paragraph with remark, the reference for `parseInline`. */
export function remarkInline(text: string): readonly PhrasingContent[] {
  const [first] = parseParagraph(text).children;
  return first?.type === 'paragraph' ? first.children : [];
}

/**
 * Parses text as the inside of one paragraph, whatever it looks like; offsets are into `text`. A scanner reads the
 * common shapes; its wikilinks and formulas have no `data`.
 */
export function parseInline(text: string): readonly PhrasingContent[] {
  return scanInline(text) ?? scanCrowded(text) ?? remarkInline(text);
}

/** Scans a paragraph that is crowded from end to end: remark takes quadratic time for its many lines. */
function scanCrowded(text: string): readonly PhrasingContent[] | null {
  const crowded = crowdedSpans(text);
  const [first] = crowded;
  if (crowded.length !== 1 || first?.start !== 0 || first.end !== text.length) return null;
  const nodes = scanInline(thinned(text, crowded));
  for (const node of nodes ?? []) restoreTexts(node, text, crowded);
  return nodes;
}

/** The offsets of a node in the text. */
export function spanOf(node: { position?: Root['position'] }): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
