// Replaces `mdast-util-to-markdown` and what it writes with in main.js, saving 21 kB: the plugin parses and slices Markdown, and never turns a
// tree back into it. The remark libraries export these handlers for those who do.
export const defaultHandlers = {};

function refuse() {
  throw new Error('Markdown is never written');
}

export { refuse as longestStreak, refuse as markdownTable };
