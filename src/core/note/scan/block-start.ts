// Determines which block a line starts.
import { codeAt } from '../../text/code-at.ts';
import { asterisk, backtick, dash, hash, less, tilde, underscore } from './codes.ts';
import { htmlKind, type HtmlKind } from './html.ts';
import { fenceSize, headingDepth, ruleFailure } from './line.ts';

/** What a line opens on its own, containers aside; the kinds of HTML are those of `htmlKind`. */
export type BlockStart = 'text' | 'heading' | 'fence' | 'rule' | Exclude<HtmlKind, 'none'>;

/** What begins at `at`, the first non-blank character of the line. */
export function blockStart(text: string, at: number, end: number): BlockStart {
  const code = codeAt(text, at);
  // Most lines begin with a letter.
  if (code > tilde || (code > backtick && code < tilde)) return 'text';
  switch (code) {
    case hash:
      return headingDepth(text, at, end) > 0 ? 'heading' : 'text';
    case backtick:
    case tilde:
      return fenceSize(text, at, end) > 0 ? 'fence' : 'text';
    case dash:
    case asterisk:
    case underscore:
      return ruleFailure(text, at, end) < 0 ? 'rule' : 'text';
    case less: {
      const kind = htmlKind(text, at, end);
      return kind === 'none' ? 'text' : kind;
    }
    default:
      return 'text';
  }
}
