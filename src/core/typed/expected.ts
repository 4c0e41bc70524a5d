// What an answer asks to be typed: a few words to compare, or points to tick.
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Card } from '../card/card.ts';
import { hiddenTexts } from '../card/text/gaps.ts';
import { sentencesOf } from '../card/text/sentences.ts';
import { mask } from '../note/mask.ts';
import { parseBlocks, parseInline, spanOf } from '../note/parse/markdown.ts';
import { lineText, plainText } from '../note/plain-text.ts';
import { countWords } from '../note/word-count.ts';
import { tokensOf } from './tokens.ts';

export type Expected =
  | { readonly kind: 'words'; readonly text: string; readonly isCode: boolean; readonly isShort: boolean }
  | { readonly kind: 'points'; readonly points: readonly string[]; readonly isShort: false };

/** Words of an answer that is compared word by word. */
const mostWords = 12;
/** Characters of code that is compared whole. */
const mostCode = 1000;

const callout = /^\[![^\]\n]*\][-+]?[ \t]*/;
const figure = /^(?:image|embed|inlineMath|footnoteReference)$/;

const hasFigure = (node: Nodes): boolean =>
  figure.test(node.type) || ('children' in node && node.children.some(hasFigure));
const isWrap = (node?: Nodes): node is Extract<Nodes, { type: 'highlight' | 'strong' | 'emphasis' }> =>
  /^(?:highlight|strong|emphasis)$/.test(node?.type ?? '');
/** Whether a text is more than pictures. */
const says = ({ children }: Paragraph): boolean =>
  children.some((node) => !/^(?:image|embed|html|break)$/.test(node.type) && !isBlank(node));
const isBlank = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === '';
const hasWords = (text: string): boolean => tokensOf(text, 'strict').length > 0;

/** Null for an answer without words, such as a picture, and for a whole note, which is read. */
export function expectedOf(card: Pick<Card, 'source' | 'question' | 'answer' | 'cloze'>): Expected | null {
  // A box without a name has only a number.
  if (card.source === 'note' || (card.source === 'occlusion' && /^\d+$/.test(card.answer))) return null;
  if (!card.cloze) return blocksOf(card.answer);
  const hidden = hiddenTexts(card)?.join(', ');
  if (hidden === undefined) return null;
  return wordsOf(hidden, parseInline(mask(hidden).text)) ?? pointsOf([lineText(hidden)]);
}

/** Behind two colons in a highlight stands the hint of its gap. */
const hints = /==([^=:\n]+)::[^=:\n]*==/g;

function blocksOf(written: string): Expected | null {
  const answer = written.replace(hints, '==$1==');
  const { children } = parseBlocks(mask(answer).text);
  const [first] = children;
  if (first && children.length === 1) {
    const words = first.type === 'paragraph' ? wordsOf(answer, first.children) : codeOf(first);
    if (words) return words;
  }
  const lists: string[] = [];
  const sentences: string[] = [];
  for (const node of children) collect(answer, node, lists, sentences);
  return pointsOf(lists.length > 1 ? lists : [...sentences, ...lists]);
}

function pointsOf(found: readonly string[]): Expected | null {
  const points = found.filter(hasWords);
  return points.length === 0 ? null : { kind: 'points', points, isShort: false };
}

function codeOf(node: RootContent): Expected | null {
  if (node.type !== 'code' || node.value.length > mostCode || node.value.trim() === '') return null;
  return { kind: 'words', text: node.value, isCode: true, isShort: !node.value.includes('\n') };
}

function wordsOf(markdown: string, nodes: readonly PhrasingContent[]): Expected | null {
  const [first] = nodes;
  if (nodes.length === 1 && isWrap(first)) return wordsOf(markdown, first.children);
  if (first?.type === 'inlineCode' && nodes.length === 1)
    return { kind: 'words', text: first.value, isCode: true, isShort: true };
  if (nodes.some(hasFigure)) return null;
  const text = plainText(markdown);
  if (countWords(text) > mostWords || !hasWords(text)) return null;
  return { kind: 'words', text, isCode: false, isShort: true };
}

/** Adds the points of a block: list items and rows of tables to `lists`, else its sentences. */
function collect(answer: string, node: RootContent, lists: string[], sentences: string[]): void {
  const textOf = (one: Nodes): string => {
    const { start, end } = spanOf(one);
    return answer.slice(start, end);
  };
  if (node.type === 'list') {
    for (const { children } of node.children)
      for (const child of children)
        if (child.type === 'paragraph' && says(child)) lists.push(lineText(textOf(child)));
        else collect(answer, child, lists, sentences);
  } else if (node.type === 'blockquote') {
    for (const child of node.children) collect(answer, child, lists, sentences);
  } else if (node.type === 'table') {
    for (const row of node.children.slice(1))
      lists.push(row.children.map((cell) => lineText(textOf(cell).replace(/^\||\|$/g, ''))).join(': '));
  } else if (node.type === 'paragraph' && says(node)) {
    const text = textOf(node).replace(callout, '');
    if (text.startsWith('$$')) return;
    for (const { start, end } of sentencesOf(mask(text).text))
      sentences.push(lineText(text.slice(start, end)));
  }
}
