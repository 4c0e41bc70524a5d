// `==highlight==`, an attention like `**strong**`: the same flanking rules, exactly two signs on each side.
import type { Extension as FromMarkdown, Token } from 'mdast-util-from-markdown';
import { splice } from 'micromark-util-chunked';
import { classifyCharacter } from 'micromark-util-classify-character';
import { resolveAll } from 'micromark-util-resolve-all';
import type {
  Code,
  Construct,
  Effects,
  Event,
  Extension,
  State,
  Token as MicromarkToken,
  TokenizeContext,
} from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    highlight: 'highlight';
    highlightText: 'highlightText';
    highlightSequence: 'highlightSequence';
    highlightMaybe: 'highlightMaybe';
  }
}

const sign = 61;
/** What micromark's character classes mean: 1 is white space, 2 is punctuation. */
const punctuation = 2;

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const previous = this.previous;
  let size = 0;
  return start;

  function start(code: Code): State | undefined {
    if (previous === sign) return nok(code);
    effects.enter('highlightMaybe');
    return more(code);
  }

  function more(code: Code): State | undefined {
    if (code === sign) {
      if (size === 2) return nok(code);
      effects.consume(code);
      size += 1;
      return more;
    }
    if (size < 2) return nok(code);
    const token = effects.exit('highlightMaybe');
    const before = classifyCharacter(previous);
    const after = classifyCharacter(code);
    token._open = !after || (after === punctuation && Boolean(before));
    token._close = !before || (before === punctuation && Boolean(after));
    return ok(code);
  }
}

/** The index of the exit of the sequence that opens what the one at `close` ends, or -1. */
function opener(events: readonly Event[], close: number): number {
  for (let index = close - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event && event[0] === 'exit' && event[1].type === 'highlightMaybe' && event[1]._open) return index;
  }
  return -1;
}

function pair(events: Event[], open: number, close: number, context: TokenizeContext): number {
  const opening = events[open]?.[1];
  const closing = events[close]?.[1];
  if (!opening || !closing) return close;
  opening.type = 'highlightSequence';
  closing.type = 'highlightSequence';
  const whole: MicromarkToken = { type: 'highlight', start: { ...opening.start }, end: { ...closing.end } };
  const text: MicromarkToken = {
    type: 'highlightText',
    start: { ...opening.end },
    end: { ...closing.start },
  };
  const inside = resolveAll(
    context.parser.constructs.insideSpan.null ?? [],
    events.slice(open + 1, close),
    context,
  );
  const next: Event[] = [
    ['enter', whole, context],
    ['enter', opening, context],
    ['exit', opening, context],
    ['enter', text, context],
    ...inside,
    ['exit', text, context],
    ['enter', closing, context],
    ['exit', closing, context],
    ['exit', whole, context],
  ];
  splice(events, open - 1, close - open + 3, next);
  return open + next.length - 2;
}

function resolve(events: Event[], context: TokenizeContext): Event[] {
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (event?.[0] !== 'enter' || event[1].type !== 'highlightMaybe' || !event[1]._close) continue;
    const open = opener(events, index);
    if (open > 0) index = pair(events, open, index, context);
  }
  for (const event of events) if (event[1].type === 'highlightMaybe') event[1].type = 'data';
  return events;
}

const highlight: Construct = { name: 'highlight', tokenize, resolveAll: resolve };

export const highlightSyntax: Extension = {
  text: { [sign]: highlight },
  insideSpan: { null: [highlight] },
  attentionMarkers: { null: [sign] },
};

export const highlightFromMarkdown: FromMarkdown = {
  enter: {
    highlight(token: Token) {
      this.enter({ type: 'highlight', children: [] }, token);
    },
  },
  exit: {
    highlight(token: Token) {
      this.exit(token);
    },
  },
};
