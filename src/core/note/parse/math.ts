// Inline math between single dollars by the rule that Obsidian follows (pandoc's): no whitespace just inside the
// dollars, no digit after the closing one. On its own, micromark-extension-math reads "$5 and $10" as a formula.
import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

// Uses the names of micromark-extension-math so that its handlers build the nodes.
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText';
    mathTextData: 'mathTextData';
    mathTextSequence: 'mathTextSequence';
  }
}

const dollar = 36;
const backslash = 92;

function isBlank(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

function tokenize(effects: Effects, ok: State, nok: State): State {
  let before: Code = null;
  let escaped = false;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    effects.exit('mathTextSequence');
    return first;
  }

  function first(code: Code): State | undefined {
    return isBlank(code) || code === dollar ? nok(code) : between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      before = code;
      return between;
    }
    if (code === dollar && !escaped) {
      if (isBlank(before)) return nok(code);
      effects.enter('mathTextSequence');
      effects.consume(code);
      effects.exit('mathTextSequence');
      return after;
    }
    effects.enter('mathTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || (code === dollar && !escaped)) {
      effects.exit('mathTextData');
      return between(code);
    }
    escaped = code === backslash && !escaped;
    before = code;
    effects.consume(code);
    return data;
  }

  function after(code: Code): State | undefined {
    if (isDigit(code)) return nok(code);
    effects.exit('mathText');
    return ok(code);
  }
}

const singleDollar: Construct = { name: 'singleDollarMath', tokenize };

export const singleDollarSyntax: Extension = { text: { [dollar]: singleDollar } };
