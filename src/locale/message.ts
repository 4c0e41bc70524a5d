// Parses and formats messages in the subset of ICU syntax that translations need: `{0}`, `{0.due}`, `{0, percent}` and
// `{0, plural, =0 {none} one {# card} other {# cards}}`, in main.js without `, plural,`. Arguments are numbered as in the
// English function.

export type Format = (value: unknown) => string;

interface Choice {
  readonly argument: string;
  /** By `=0` or a category of Intl.PluralRules. */
  readonly cases: ReadonlyMap<string, Message>;
}

interface Slot {
  readonly argument: string;
  /** A key of `formats`, or '' for a plain number, list or text. */
  readonly format: string;
}

export type Message = readonly (string | Slot | Choice)[];

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Up to an unmatched `}` or the end. `counted` is the argument that `#` refers to. */
  message(counted: string | null): Message {
    const parts: (string | Slot | Choice)[] = [];
    let plain = '';
    while (this.#at < this.#text.length && this.#text.charAt(this.#at) !== '}') {
      const char = this.#text.charAt(this.#at);
      this.#at += 1;
      if (char !== '{' && (char !== '#' || counted === null)) {
        plain += char;
        continue;
      }
      if (plain !== '') parts.push(plain);
      plain = '';
      parts.push(char === '{' ? this.#slot() : { argument: counted ?? '', format: '' });
    }
    if (plain !== '') parts.push(plain);
    return parts;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !/[{},]/.test(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.slice(start, this.#at).trim();
  }

  #expect(char: string): void {
    if (this.#text.charAt(this.#at) !== char)
      throw new SyntaxError(`“${char}” is missing at ${String(this.#at)} of “${this.#text}”`);
    this.#at += 1;
  }

  #slot(): Slot | Choice {
    const [argument = '', first = ''] = this.#word().split(' ');
    if (first !== '') return this.#choice(argument, first);
    if (this.#text.charAt(this.#at) !== ',') {
      this.#expect('}');
      return { argument, format: '' };
    }
    this.#expect(',');
    const format = this.#word();
    if (format !== 'plural') {
      this.#expect('}');
      return { argument, format };
    }
    this.#expect(',');
    return this.#choice(argument, this.#word());
  }

  #choice(argument: string, first: string): Choice {
    const cases = new Map<string, Message>();
    for (let name = first; name !== ''; name = this.#word()) {
      this.#expect('{');
      cases.set(name, this.message(argument));
      this.#expect('}');
    }
    this.#expect('}');
    return { argument, cases };
  }
}

/** Parses a message. Throws SyntaxError on an unmatched brace, which a test of every translation catches. */
export function parseMessage(text: string): Message {
  const reader = new Reader(text);
  const message = reader.message(null);
  if (!reader.isAtEnd) throw new SyntaxError(`There is a “}” too many in “${text}”`);
  return message;
}

function valueOf(argument: string, values: readonly unknown[]): unknown {
  const [index = '', ...path] = argument.split('.');
  let value = values[Number(index)];
  for (const name of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  return value;
}

/** Formats for numbers, lists and named formats, and the plural category of a number. */
export interface Rules {
  readonly formats: Readonly<Record<string, Format>>;
  readonly plain: Format;
  readonly plural: (count: number) => string;
}

/** Formats a message with its arguments. */
export function formatMessage(message: Message, values: readonly unknown[], rules: Rules): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = valueOf(part.argument, values);
      if ('format' in part) return (rules.formats[part.format] ?? rules.plain)(value);
      const count = Number(value);
      const chosen =
        part.cases.get(`=${String(count)}`) ??
        part.cases.get(rules.plural(count)) ??
        part.cases.get('other') ??
        [];
      return formatMessage(chosen, values, rules);
    })
    .join('');
}

/** The arguments a message refers to, `0` for `{0.due}`. */
export function argumentsOf(message: Message): ReadonlySet<number> {
  const found = new Set<number>();
  for (const part of message) {
    if (typeof part === 'string') continue;
    found.add(Number(part.argument.split('.')[0]));
    if ('cases' in part)
      for (const inner of part.cases.values()) for (const one of argumentsOf(inner)) found.add(one);
  }
  return found;
}
