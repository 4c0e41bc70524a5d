// Block syntax of Obsidian that Markdown does not have: callouts, maths, comments, footnotes.
import type { MarkedToken, Token, TokenizerAndRendererExtension, Tokens } from 'marked';
import { escapeHtml } from './inline-syntax.ts';

function plain(
  name: string,
  pattern: RegExp,
  html: (match: RegExpExecArray) => string,
): TokenizerAndRendererExtension {
  return {
    name,
    level: 'block',
    tokenizer(src) {
      const match = pattern.exec(src);
      return match ? { type: name, raw: match[0], html: html(match) } : undefined;
    },
    renderer: (token) => String(token['html']),
  };
}

const footnote: TokenizerAndRendererExtension = {
  name: 'footnote',
  level: 'block',
  tokenizer(src) {
    const match = /^\[\^([^\]\s]+)\]:[ \t]*([^\n]*(?:\n(?: {2,}|\t)[^\n]+)*)(?:\n|$)/.exec(src);
    if (!match) return undefined;
    const [raw, id = '', text = ''] = match;
    return { type: 'footnote', raw, id, tokens: this.lexer.inlineTokens(text.replace(/\n\s+/g, '\n')) };
  },
  renderer(token) {
    const id = escapeHtml(String(token['id']));
    const text = this.parser.parseInline(token.tokens ?? []);
    return `<section class="footnotes"><ol><li data-footnote-id="fn-${id}">${text} <a class="footnote-backref footnote-link" href="#fnref-${id}">↩︎</a></li></ol></section>`;
  },
};

const calloutHead = /^\[!([^\]\n]+)\]([+-]?)[ \t]*([^\n]*)(?:\n|$)/;

/** The icon of a callout type, as in the app; others get the pencil of `note`. */
const icons: Record<string, string> = {
  abstract: 'clipboard-list',
  summary: 'clipboard-list',
  tldr: 'clipboard-list',
  info: 'info',
  todo: 'circle-check',
  tip: 'flame',
  hint: 'flame',
  important: 'flame',
  success: 'check',
  check: 'check',
  done: 'check',
  question: 'circle-help',
  help: 'circle-help',
  faq: 'circle-help',
  warning: 'triangle-alert',
  caution: 'triangle-alert',
  attention: 'triangle-alert',
  failure: 'x',
  fail: 'x',
  missing: 'x',
  danger: 'zap',
  error: 'zap',
  bug: 'bug',
  example: 'list',
  quote: 'quote',
  cite: 'quote',
};

const callout: TokenizerAndRendererExtension = {
  name: 'callout',
  childTokens: ['title', 'tokens'],
  renderer(token) {
    const kind = String(token['kind']);
    const fold = String(token['fold']);
    const title = this.parser.parseInline(token['title'] as Token[]);
    const body = this.parser.parse(token.tokens ?? []);
    const cls = `callout${fold === '' ? '' : ' is-collapsible'}${fold === '-' ? ' is-collapsed' : ''}`;
    const icon = icons[kind] ?? 'pencil';
    return (
      `<div class="${cls}" data-callout="${escapeHtml(kind)}" data-callout-fold="${fold}"` +
      ` data-callout-metadata="${escapeHtml(String(token['metadata']))}">` +
      `<div class="callout-title"><div class="callout-icon" data-icon="${icon}"></div>` +
      `<div class="callout-title-inner">${title}</div></div>` +
      (body === '' ? '' : `<div class="callout-content">${body}</div>`) +
      '</div>'
    );
  },
};

interface Lexers {
  block(text: string): Token[];
  inline(text: string): Token[];
}

/** marked has taken one level of `>` off already, lazy lines too; what then opens with `[!type]` is a callout. */
export function turnIntoCallout(token: Token, lex: Lexers): void {
  if ((token as MarkedToken).type !== 'blockquote') return;
  const { text } = token as Tokens.Blockquote;
  const match = calloutHead.exec(text);
  if (!match) return;
  const [head, name = '', fold = '', title = ''] = match;
  const [kind = '', ...metadata] = name.split('|');
  const type = kind.trim().toLowerCase();
  const shown = title.trim() === '' ? type.charAt(0).toUpperCase() + type.slice(1) : title.trim();
  Object.assign(token, {
    type: 'callout',
    kind: type,
    metadata: metadata.join('|'),
    fold,
    title: lex.inline(shown),
    tokens: lex.block(text.slice(head.length)),
  });
}

export const blockSyntax: TokenizerAndRendererExtension[] = [
  plain('mathBlock', /^ {0,3}\$\$([\s\S]+?)\$\$[ \t]*(?:\n|$)/, ([, source = '']) => {
    return `<div class="math math-block">${escapeHtml(source.trim())}</div>`;
  }),
  plain('commentBlock', /^ {0,3}%%[\s\S]*?(?:%%[ \t]*(?:\n|$)|$)/, () => ''),
  plain('blockIdAlone', /^\^[A-Za-z\d-]+[ \t]*(?:\n|$)/, () => ''),
  footnote,
  callout,
];
