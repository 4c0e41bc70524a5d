// Replaces `mdast-util-to-markdown` in main.js, saving 19 kB: the plugin parses and slices Markdown, and never turns a
// tree back into it. The remark libraries export these handlers for those who do.
export const defaultHandlers = {};
