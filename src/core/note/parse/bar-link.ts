// `[[|]]` and `[[|a]]`, which the app reads as links to `|` and `|a`, and remark-wiki-link as text (version 2.0.1).
import type { Extension as FromMarkdown, Token } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    barLink: 'barLink';
    barLinkMarker: 'barLinkMarker';
    barLinkText: 'barLinkText';
  }
}

const open = 91;
const close = 93;
const bar = 124;

function tokenize(effects: Effects, ok: State, nok: State): State {
  return start;

  function start(code: Code): State | undefined {
    effects.enter('barLink');
    effects.enter('barLinkMarker');
    effects.consume(code);
    return second;
  }

  function second(code: Code): State | undefined {
    if (code !== open) return nok(code);
    effects.consume(code);
    effects.exit('barLinkMarker');
    return first;
  }

  function first(code: Code): State | undefined {
    if (code !== bar) return nok(code);
    effects.enter('barLinkText');
    effects.consume(code);
    return text;
  }

  function text(code: Code): State | undefined {
    // Negative codes are line endings and tabs; a link contains neither.
    if (code === null || code < 0 || code === open) return nok(code);
    if (code !== close) {
      effects.consume(code);
      return text;
    }
    effects.exit('barLinkText');
    effects.enter('barLinkMarker');
    effects.consume(code);
    return last;
  }

  function last(code: Code): State | undefined {
    if (code !== close) return nok(code);
    effects.consume(code);
    effects.exit('barLinkMarker');
    effects.exit('barLink');
    return ok;
  }
}

const barLink: Construct = { name: 'barLink', tokenize };

export const barLinkSyntax: Extension = { text: { [open]: barLink } };

/** Builds `{type: 'wikiLink', value}`, `value` being the text between the brackets. */
export const barLinkFromMarkdown: FromMarkdown = {
  enter: {
    barLink(token: Token) {
      this.enter({ type: 'wikiLink', value: '' }, token);
    },
    barLinkText(token: Token) {
      const node = this.stack.at(-1);
      if (node?.type === 'wikiLink') node.value = this.sliceSerialize(token);
    },
  },
  exit: {
    barLink(token: Token) {
      this.exit(token);
    },
  },
};
