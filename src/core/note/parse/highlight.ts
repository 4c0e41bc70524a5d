// `==highlight==`, an attention construct like `**strong**`: same flanking rules, exactly two `=` on each side.
import type { Extension as FromMarkdown, Token } from 'mdast-util-from-markdown';
import { splice } from 'micromark-util-chunked';
import { classifyCharacter } from 'micromark-util-classify-character';
import { resolveAll } from 'micromark-util-resolve-all';
import { isWideMark } from '../wide-marks.ts';
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
/** micromark's character classes: 1 is whitespace, 2 is punctuation. */
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
    const before = isWideMark(previous) ? undefined : classifyCharacter(previous);
    const after = isWideMark(code) ? undefined : classifyCharacter(code);
    token._open = !after || (after === punctuation && Boolean(before));
    token._close = !before || (before === punctuation && Boolean(after));
    return ok(code);
  }
}

/** The events of `==text==`, built from its two sequences and the events between them. */
function pair(
  opening: MicromarkToken,
  closing: MicromarkToken,
  between: Event[],
  context: TokenizeContext,
): Event[] {
  opening.type = 'highlightSequence';
  closing.type = 'highlightSequence';
  const whole: MicromarkToken = { type: 'highlight', start: { ...opening.start }, end: { ...closing.end } };
  const text: MicromarkToken = {
    type: 'highlightText',
    start: { ...opening.end },
    end: { ...closing.start },
  };
  return [
    ['enter', whole, context],
    ['enter', opening, context],
    ['exit', opening, context],
    ['enter', text, context],
    ...resolveAll(context.parser.constructs.insideSpan.null ?? [], between, context),
    ['exit', text, context],
    ['enter', closing, context],
    ['exit', closing, context],
    ['exit', whole, context],
  ];
}

/** Pairs each closing sequence with the nearest opening one before it, in one pass, as texts may have thousands. */
function resolve(events: Event[], context: TokenizeContext): Event[] {
  const resolved: Event[] = [];
  /** Positions in `resolved` of sequences that may open. */
  const openings: number[] = [];
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (!event) continue;
    const [kind, token] = event;
    if (kind === 'enter' && token.type === 'highlightMaybe') {
      const at = token._close ? openings.pop() : undefined;
      const opening = at === undefined ? undefined : resolved[at]?.[1];
      if (at !== undefined && opening) {
        const between = resolved.splice(at + 2);
        resolved.length = at;
        for (const one of pair(opening, token, between, context)) resolved.push(one);
        index += 1;
        continue;
      }
      if (token._open) openings.push(resolved.length);
    }
    resolved.push(event);
  }
  for (const event of resolved) if (event[1].type === 'highlightMaybe') event[1].type = 'data';
  // The caller keeps using the same list.
  splice(events, 0, events.length, resolved);
  return events;
}

const highlight: Construct = { name: 'highlight', tokenize, resolveAll: resolve };

export const highlightSyntax: Extension = {
  text: { [sign]: highlight },
  insideSpan: { null: [highlight] },
  attentionMarkers: { null: [sign] },
};

export const highlightFromMarkdown: FromMarkdown = {
  canContainEols: ['highlight'],
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
