// Stands for `mdast-util-to-markdown` in main.js, 19 kB smaller: the plugin reads Markdown and slices it, and never
// turns a tree back into Markdown. The libraries of remark name these handlers for those who do.
export const defaultHandlers = {};
