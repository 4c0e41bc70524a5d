// Estimates a parser's steps to find the closing marks in a paragraph.

/** Emphasis marks allowed in one paragraph: each pair is searched for among all earlier marks. */
const mostEmphasis = 1000;
const token = /\\[^]|`+|\$+|\[\[|[[\]]|<!--|<\?|<!\[CDATA\[|<![a-z]|\*+|_+|~+|==/gi;
const closers: Record<string, string> = { '<!--': '-->', '<?': '?>', '<![cdata[': ']]>' };
/** How many times faster moving or scanning list entries is than a step through text. */
const quickSteps = 300;
const wordStart = /[A-Za-z0-9]+/g;
/** Runs in which the parser looks for an email address from each character. */
const addressRun = /[-.\w+]{300,}/g;
const webAddress = /(?:www\.|https?:\/\/)\S{300,}/gi;
const webStart = /www\.|https?:/gi;
const endSigns = /[!"'()*,.:;<_~?\]&]{20,}/g;

/** Finds the next position of each mark; searches once and remembers it. */
class Ahead {
  readonly #text: string;
  readonly #end: number;
  readonly #found = new Map<string, number>();

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  next(sign: string, from: number): number {
    const known = this.#found.get(sign) ?? -1;
    if (known >= from) return known;
    const at = this.#text.indexOf(sign, from);
    const place = at < 0 || at > this.#end ? this.#end : at;
    this.#found.set(sign, place);
    return place;
  }
}

/** The positions of backtick and dollar runs, keyed by run. */
function runsOf(inside: string, offset: number): Map<string, number[]> {
  const runs = new Map<string, number[]>();
  for (const { index, 0: run } of inside.matchAll(/`+|\$\$+/g)) {
    const places = runs.get(run);
    if (places) places.push(offset + index);
    else runs.set(run, [offset + index]);
  }
  // The last entry is the next one looked up.
  for (const places of runs.values()) places.reverse();
  return runs;
}

function nextRun(runs: ReadonlyMap<string, number[]>, run: string, at: number): number | undefined {
  const places = runs.get(run);
  while (places && (places.at(-1) ?? Infinity) <= at) places.pop();
  return places?.at(-1);
}

/** Approximate steps for the paragraph from `start` to `end`. */
export function costOf(text: string, start: number, end: number): number {
  const inside = text.slice(start, end);
  const ahead = new Ahead(text, end);
  const runs = runsOf(inside, start);
  const open: number[] = [];
  let [cost, count, emphasis] = [addressCost(inside), 0, 0];
  token.lastIndex = 0;
  for (let found = token.exec(inside); found; found = token.exec(inside)) {
    const sign = found[0];
    const at = start + found.index;
    const first = sign.charAt(0);
    count += 1;
    // A run of dollars is retried from each dollar.
    if (first === '$') cost += sign.length ** 2;
    if (first === '`' || (first === '$' && sign.length > 1)) {
      const next = nextRun(runs, sign, at);
      if (next === undefined) cost += end - at;
      else token.lastIndex = next + sign.length - start;
    } else if (first === '[') {
      for (let more = sign.length; more > 0; more -= 1) open.push(at);
      // A wikilink ends on its line.
      if (sign.length > 1) cost += Math.min(ahead.next(']]', at), ahead.next('\n', at)) - at;
    } else if (sign === ']') {
      const opening = open.pop();
      cost += opening === undefined ? count : at - opening;
      if (text.charAt(at + 1) === '(') cost += ahead.next(')', at) - at;
    } else if (first === '<') {
      cost += ahead.next(closers[sign.toLowerCase()] ?? '>', at) - at;
    } else if (first !== '\\' && first !== '$') {
      emphasis += 1;
      if (emphasis > mostEmphasis) return Infinity;
    }
  }
  const words = inside.match(wordStart)?.length ?? 0;
  const lines = inside.match(/\n/g)?.length ?? 0;
  cost += ((lines + count) * words) / quickSteps;
  // From each word, the parser looks back for a bracket that is still open.
  open.push(end);
  for (let index = 1; index < open.length; index += 1)
    cost += ((open[index] ?? 0) - (open[index - 1] ?? 0)) ** 2 / (3 * quickSteps);
  return cost;
}

function addressCost(inside: string): number {
  let cost = 0;
  for (const [run] of inside.matchAll(addressRun))
    cost += (run.length * (run.match(/[-.+_]/g)?.length ?? 0)) / 30;
  for (const [address] of inside.matchAll(webAddress)) {
    cost += address.length * (address.match(webStart)?.length ?? 0);
    for (const [signs] of address.matchAll(endSigns)) cost += signs.length ** 2;
  }
  return cost;
}
