// Markdown to elements, as MarkdownRenderer.render and the reading view show it.
import type * as Obsidian from 'obsidian';
import { Marked, type Links, type Token } from 'marked';
import { blockSyntax, turnIntoCallout } from './block-syntax.ts';
import { finish, type SectionInfo } from './finish.ts';
import { inlineSyntax } from './inline-syntax.ts';
import { sanitizeHtml } from './sanitize.ts';

export interface RenderJob {
  readonly app: Obsidian.App;
  readonly markdown: string;
  readonly el: HTMLElement;
  /** The note that links start from. */
  readonly sourcePath: string;
  readonly component: Obsidian.Component;
  /** Notes around this one, from the outermost in: an embed never shows one of them again. */
  readonly within?: readonly string[];
}

function newMarked(): Marked {
  const marked = new Marked({ gfm: true, breaks: true });
  marked.use({
    extensions: [...blockSyntax, ...inlineSyntax],
    walkTokens: (token: Token) =>
      turnIntoCallout(token, {
        block: (text) => marked.lexer(text),
        inline: (text) => marked.Lexer.lexInline(text, marked.defaults),
      }),
  });
  return marked;
}

const marked = newMarked();

function withoutFrontmatter(markdown: string): { body: string; line: number } {
  const match = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(markdown);
  if (!match) return { body: markdown, line: 0 };
  return { body: markdown.slice(match[0].length), line: match[0].split('\n').length - 1 };
}

/** A block of the first level, as the reading view draws it. */
export interface NoteSection {
  readonly token: Token;
  readonly links: Links;
  /** As written. */
  readonly raw: string;
  /** 0-based, of the whole note. */
  readonly lineStart: number;
  readonly lineEnd: number;
}

export function sectionsOf(markdown: string): NoteSection[] {
  const { body, line: first } = withoutFrontmatter(markdown.replaceAll('\r\n', '\n'));
  const tokens = marked.lexer(body);
  void marked.walkTokens(tokens, marked.defaults.walkTokens ?? (() => undefined));
  let line = first;
  return tokens.flatMap((token) => {
    const lineStart = line;
    line += token.raw.split('\n').length - 1;
    if (token.type === 'space') return [];
    const lineEnd = lineStart + token.raw.trimEnd().split('\n').length - 1;
    return [{ token, links: tokens.links, raw: token.raw, lineStart, lineEnd }];
  });
}

/** Draws a section into a box of its own that is not in the page yet; only then do plugins see it, as in the app. */
export async function renderSection(
  job: Omit<RenderJob, 'el' | 'markdown'>,
  { token, links, raw }: NoteSection,
  getSectionInfo: SectionInfo,
): Promise<HTMLElement> {
  const el = createDiv({ cls: `el-${boxName(token)}` });
  el.append(sanitizeHtml(marked.parser(Object.assign([token], { links })), el.doc));
  await finish({ ...job, el, markdown: raw }, getSectionInfo);
  return el;
}

const boxNames: Record<string, string> = { paragraph: 'p', code: 'pre', list: 'ul', callout: 'callout' };
const boxName = (token: Token) =>
  token.type === 'heading'
    ? `h${String((token as { depth?: number }).depth)}`
    : (boxNames[token.type] ?? token.type);

/** The blocks themselves, without boxes, as plugins get them. */
export async function renderMarkdown(job: RenderJob): Promise<void> {
  const { body } = withoutFrontmatter(job.markdown.replaceAll('\r\n', '\n'));
  job.el.append(sanitizeHtml(marked.parse(body, { async: false }), job.el.doc));
  await finish(job);
}
