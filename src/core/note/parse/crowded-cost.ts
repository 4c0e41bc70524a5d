// How many steps a parser takes for a paragraph, looking for what closes the marks in it.

/** Marks of emphasis that one paragraph may hold: each pair is looked for among all before it. */
const mostEmphasis = 1000;
const token = /\\[^]|`+|\$+|\[\[|[[\]]|<!--|<\?|<!\[CDATA\[|<![a-z]|\*+|_+|~+|==/gi;
const closers: Record<string, string> = { '<!--': '-->', '<?': '?>', '<![cdata[': ']]>' };
/** Moving what a list holds, or looking through it, is that many times as quick as a step through text. */
const quickSteps = 300;
const wordStart = /[A-Za-z0-9]+/g;
/** Runs in which an e-mail address is looked for from each sign. */
const addressRun = /[-.\w+]{300,}/g;
const webAddress = /(?:www\.|https?:\/\/)\S{300,}/gi;
const webStart = /www\.|https?:/gi;
const endSigns = /[!"'()*,.:;<_~?\]&]{20,}/g;

/** Finds the next place of each mark; each is looked for once and remembered. */
class Ahead {
  private readonly found = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  next(sign: string, from: number): number {
    const known = this.found.get(sign) ?? -1;
    if (known >= from) return known;
    const at = this.text.indexOf(sign, from);
    const place = at < 0 || at > this.end ? this.end : at;
    this.found.set(sign, place);
    return place;
  }
}

/** Where the runs of backticks or dollars stand, by the run. */
function runsOf(inside: string, offset: number): Map<string, number[]> {
  const runs = new Map<string, number[]>();
  for (const { index, 0: run } of inside.matchAll(/`+|\$\$+/g)) {
    const places = runs.get(run);
    if (places) places.push(offset + index);
    else runs.set(run, [offset + index]);
  }
  // The last is the next one that is looked at.
  for (const places of runs.values()) places.reverse();
  return runs;
}

function nextRun(runs: ReadonlyMap<string, number[]>, run: string, at: number): number | undefined {
  const places = runs.get(run);
  while (places && (places.at(-1) ?? Infinity) <= at) places.pop();
  return places?.at(-1);
}

/** The steps for the paragraph from `start` to `end`, about. */
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
    // A run of dollars is tried again from each of them.
    if (first === '$') cost += sign.length ** 2;
    if (first === '`' || (first === '$' && sign.length > 1)) {
      const next = nextRun(runs, sign, at);
      if (next === undefined) cost += end - at;
      else token.lastIndex = next + sign.length - start;
    } else if (first === '[') {
      for (let more = sign.length; more > 0; more -= 1) open.push(at);
      // A link over pages ends on its line.
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
  // From each word the parser looks back for a bracket that is still open.
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
