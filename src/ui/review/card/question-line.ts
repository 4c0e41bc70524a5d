// What a prompt adds to a rendered question, on the same line.
import type { PromptParts } from '../../../core/card/prompt/prompt.ts';

/** Puts the subject before the first line of a rendered question, and the ending after its last. */
export function putAround(el: HTMLElement, { before, after }: Pick<PromptParts, 'before' | 'after'>): void {
  const lines = el.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6, p');
  const [first, last] = [lines[0] ?? el, lines[lines.length - 1] ?? el];
  if (before !== '') first.prepend(first.createSpan({ cls: 'nf-subject', text: before }));
  if (after !== '') last.createSpan({ cls: 'nf-subject', text: after });
}
