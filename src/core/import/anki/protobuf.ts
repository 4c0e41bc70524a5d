// Reads messages of Protocol Buffers as far as Anki's packages need: numbers, texts and messages within, by number of
// field. What follows a damaged part is left out.

export interface ProtoField {
  readonly field: number;
  /** A number, or the bytes of a text or message. Numbers of fixed size are left out. */
  readonly value: number | Uint8Array;
}

const decoder = new TextDecoder();

export function* protoFields(bytes: Uint8Array): Generator<ProtoField, void> {
  let at = 0;
  /** Seven bits a byte, the lowest first. */
  const number = (): number => {
    let value = 0;
    for (let place = 1; place < 2 ** 70; place *= 128) {
      const byte = bytes[at++] ?? NaN;
      value += (byte & 127) * place;
      if (!(byte >= 128)) return Number.isNaN(byte) ? NaN : value;
    }
    return NaN;
  };
  while (at < bytes.length) {
    const tag = number();
    const wire = tag % 8;
    if (wire === 0 || wire === 2) {
      const value = number();
      const end = at + value;
      if (!(value >= 0) || (wire === 2 && end > bytes.length)) return;
      const field = Math.floor(tag / 8);
      yield { field, value: wire === 0 ? value : bytes.subarray(at, end) };
      if (wire === 2) at = end;
    } else if (wire === 1 || wire === 5) at += wire === 1 ? 8 : 4;
    else return;
  }
}

/** The fields that come once: the last counts, as Protocol Buffers have it. */
export class ProtoMessage {
  readonly #fields = new Map<number, number | Uint8Array>();

  constructor(bytes: Uint8Array) {
    for (const { field, value } of protoFields(bytes)) this.#fields.set(field, value);
  }

  has(field: number): boolean {
    return this.#fields.has(field);
  }

  /** Null if it is missing. */
  number(field: number): number | null {
    const value = this.#fields.get(field);
    return typeof value === 'number' ? value : null;
  }

  /** Blank if it is missing. */
  text(field: number): string {
    const value = this.#fields.get(field);
    return typeof value === 'object' ? decoder.decode(value) : '';
  }
}
