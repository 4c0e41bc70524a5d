// Inline syntax of Obsidian that Markdown does not have, as extensions of marked. Each gives HTML that is sanitized
// later; maths and links are finished on the elements.
import type { TokenizerAndRendererExtension } from 'marked';

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

interface Inline {
  readonly name: string;
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly html: (match: RegExpExecArray) => string;
}

function plain({ name, hint, pattern, html }: Inline): TokenizerAndRendererExtension {
  return {
    name,
    level: 'inline',
    start: (src) => {
      const at = src.search(hint);
      return at < 0 ? undefined : at;
    },
    tokenizer(src) {
      const match = pattern.exec(src);
      return match ? { type: name, raw: match[0], html: html(match) } : undefined;
    },
    renderer: (token) => String(token['html']),
  };
}

function shownText(target: string): string {
  return target
    .split('#')
    .filter((part) => part !== '')
    .join(' > ');
}

function link([, target = '', alias]: RegExpExecArray): string {
  const href = escapeHtml(target.trim());
  const text = escapeHtml((alias ?? shownText(target)).trim());
  return `<a class="internal-link" data-href="${href}" href="${href}">${text}</a>`;
}

function embed([, target = '', alias = '']: RegExpExecArray): string {
  return `<span class="internal-embed" src="${escapeHtml(target.trim())}" alt="${escapeHtml(alias.trim())}"></span>`;
}

const math = (source: string, display: boolean) =>
  `<span class="math math-${display ? 'block' : 'inline'}">${escapeHtml(source)}</span>`;

const highlight: TokenizerAndRendererExtension = {
  name: 'highlight',
  level: 'inline',
  start: (src) => {
    const at = src.indexOf('==');
    return at < 0 ? undefined : at;
  },
  tokenizer(src) {
    const match = /^==(?=\S)((?:[^=]|=(?!=))+?)(?<=\S)==/.exec(src);
    if (!match) return undefined;
    const [raw, text = ''] = match;
    return { type: 'highlight', raw, tokens: this.lexer.inlineTokens(text) };
  },
  renderer(token) {
    return `<mark>${this.parser.parseInline(token.tokens ?? [])}</mark>`;
  },
};

export const inlineSyntax: TokenizerAndRendererExtension[] = [
  plain({
    name: 'embed',
    hint: /!\[\[/,
    pattern: /^!\[\[([^[\]|\n]+?)(?:\\?\|([^[\]\n]*))?\]\]/,
    html: embed,
  }),
  plain({
    name: 'wikilink',
    hint: /\[\[/,
    pattern: /^\[\[(\|[^[\]|\n]*?|[^[\]|\n]+?)(?:\\?\|([^[\]\n]*))?\]\]/,
    html: link,
  }),
  plain({
    name: 'mathDisplay',
    hint: /\$\$/,
    pattern: /^\$\$([\s\S]+?)\$\$/,
    html: ([, source = '']) => math(source, true),
  }),
  plain({
    name: 'mathInline',
    hint: /\$/,
    pattern: /^\$(?!\s)((?:\\.|[^$\\\n])+?)(?<!\s)\$(?!\d)/,
    html: ([, source = '']) => math(source, false),
  }),
  plain({ name: 'comment', hint: /%%/, pattern: /^%%[\s\S]*?%%/, html: () => '' }),
  plain({ name: 'blockId', hint: /[ \n]\^/, pattern: /^[ \n]\^[A-Za-z\d-]+[ \t]*(?=\n|$)/, html: () => '' }),
  plain({
    name: 'tag',
    hint: /(?<=^|\s)#/,
    pattern: /^#((?!\d+(?:\s|$))[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-]+)/u,
    html: ([tag]) => `<a class="tag" href="${escapeHtml(tag)}">${escapeHtml(tag)}</a>`,
  }),
  plain({
    name: 'footnoteRef',
    hint: /\[\^/,
    pattern: /^\[\^([^\]\s]+)\](?!:)/,
    html: ([, id = '']) => {
      const name = escapeHtml(id);
      return `<sup class="footnote-ref" data-footnote-id="fnref-${name}"><a class="footnote-link" href="#fn-${name}">[${name}]</a></sup>`;
    },
  }),
  highlight,
];
