// `![[target#sub|alias]]`, which remark-wiki-link leaves as plain text (version 2.0.1).
import type { Extension as FromMarkdown, Token } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    embed: 'embed';
    embedMarker: 'embedMarker';
    embedText: 'embedText';
  }
}

const bang = 33;
const open = 91;
const close = 93;

function tokenize(effects: Effects, ok: State, nok: State): State {
  let brackets = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('embed');
    effects.enter('embedMarker');
    effects.consume(code);
    return opening;
  }

  function opening(code: Code): State | undefined {
    if (code !== open) return nok(code);
    effects.consume(code);
    brackets += 1;
    if (brackets < 2) return opening;
    effects.exit('embedMarker');
    return first;
  }

  function first(code: Code): State | undefined {
    if (code === null || code < 0 || code === close || code === open) return nok(code);
    effects.enter('embedText');
    effects.consume(code);
    return text;
  }

  function text(code: Code): State | undefined {
    // Negative codes are line endings and tabs; a target contains neither.
    if (code === null || code < 0) return nok(code);
    if (code !== close) {
      effects.consume(code);
      return text;
    }
    return effects.check({ tokenize: twoClosing, partial: true }, end, single)(code);
  }

  function single(code: Code): State | undefined {
    effects.consume(code);
    return text;
  }

  function end(code: Code): State | undefined {
    effects.exit('embedText');
    effects.enter('embedMarker');
    effects.consume(code);
    return last;
  }

  function last(code: Code): State | undefined {
    effects.consume(code);
    effects.exit('embedMarker');
    effects.exit('embed');
    return ok;
  }
}

function twoClosing(effects: Effects, ok: State, nok: State): State {
  let brackets = 0;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('embedMarker');
    return more(code);
  }

  function more(code: Code): State | undefined {
    if (code !== close) return nok(code);
    effects.consume(code);
    brackets += 1;
    if (brackets < 2) return more;
    effects.exit('embedMarker');
    return ok;
  }
}

const embed: Construct = { name: 'embed', tokenize };

export const embedSyntax: Extension = { text: { [bang]: embed } };

/** Builds `{type: 'embed', value}`, `value` being the text between the brackets. */
export const embedFromMarkdown: FromMarkdown = {
  enter: {
    embed(token: Token) {
      this.enter({ type: 'embed', value: '' }, token);
    },
    embedText(token: Token) {
      const node = this.stack.at(-1);
      if (node?.type === 'embed') node.value = this.sliceSerialize(token);
    },
  },
  exit: {
    embed(token: Token) {
      this.exit(token);
    },
  },
};
