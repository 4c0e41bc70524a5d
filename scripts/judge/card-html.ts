// A card's Markdown as HTML that loads nothing and runs nothing: HTML in it is shown as written, a picture by its name,
// a link by its text.
import { Marked } from 'marked';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => `<code>${escapeHtml(text)}</code>`,
    image: ({ text, href }) => `<em>[picture: ${escapeHtml(text === '' ? href : text)}]</em>`,
    link({ tokens }) {
      return `<u>${this.parser.parseInline(tokens)}</u>`;
    },
  },
});

export function cardHtml(markdown: string): string {
  return marked.parse(markdown, { async: false });
}
