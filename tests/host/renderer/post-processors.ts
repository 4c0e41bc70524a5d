import type { MarkdownPostProcessor } from 'obsidian';

/** In the order in which they run. */
export const postProcessors: MarkdownPostProcessor[] = [];

export function registerPostProcessor(process: MarkdownPostProcessor, sortOrder = 0): void {
  process.sortOrder = sortOrder;
  postProcessors.push(process);
  postProcessors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
}

export function unregisterPostProcessor(process: MarkdownPostProcessor): void {
  const at = postProcessors.indexOf(process);
  if (at >= 0) postProcessors.splice(at, 1);
}
