// Reads the tables of an SQLite file without SQLite, which has 650 kB: any page size, overflow pages, tables with and
// without row numbers. Indexes are ignored, and with them collations such as Anki's `unicase`. What is damaged is
// skipped and counted. No page is visited twice in one walk, so every walk ends, however the pages point at each other.
import { decoderOf } from './text-encoding.ts';
import type { PagedBytes } from './paged-bytes.ts';
import { type DecodeText, readRecord, type SqlValue, varint } from './record.ts';
import { type TableColumns, tableColumns } from './table-columns.ts';

interface Table extends TableColumns {
  readonly root: number;
}

/** What a walk of a table counts. */
export interface Damage {
  /** Pages and rows that could not be read. */
  damaged: number;
}

interface Cell {
  readonly rowid: number;
  readonly payload: Uint8Array;
}

/** Where the pages of one kind of tree have what. */
interface Kind {
  readonly leaf: number;
  readonly interior: number;
  /** Bytes of a record on its page at most. */
  readonly most: number;
}

const magic = 'SQLite format 3\0';
const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const uint32 = (bytes: Uint8Array, at: number): number =>
  uint16(bytes, at) * 0x1_0000 + uint16(bytes, at + 2);

export class Database {
  readonly #bytes: PagedBytes;
  readonly #pageSize: number;
  /** Bytes of a page but those that an extension reserves at its end. */
  readonly #usable: number;
  readonly #pages: number;
  readonly #decode: DecodeText;
  readonly #tables = new Map<string, Table>();
  #visited = 0;
  /** Rows of the list of tables that could not be read. */
  readonly damaged: number;

  /** Null if the bytes are no database. */
  static open(bytes: PagedBytes): Database | null {
    const head = bytes.view(0, 100);
    if (head.length < 100 || String.fromCharCode(...head.subarray(0, 16)) !== magic) return null;
    const pageSize = uint16(head, 16) === 1 ? 0x1_0000 : uint16(head, 16);
    const usable = pageSize - (head[20] ?? 0);
    const isPower = (pageSize & (pageSize - 1)) === 0;
    return pageSize < 512 || !isPower || usable < 480
      ? null
      : new Database(bytes, pageSize, usable, uint32(head, 56));
  }

  private constructor(bytes: PagedBytes, pageSize: number, usable: number, encoding: number) {
    this.#bytes = bytes;
    this.#pageSize = pageSize;
    this.#usable = usable;
    this.#pages = Math.ceil(bytes.size / pageSize);
    this.#decode = decoderOf(encoding);
    const damage = { damaged: 0 };
    const schema = { names: [], rowid: null, isWithoutRowid: false, root: 1 };
    for (const [type, name, root, sql] of this.#walk(schema, [0, 1, 3, 4], damage)) {
      if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number') continue;
      const columns = typeof sql === 'string' ? tableColumns(sql) : null;
      if (columns !== null) this.#tables.set(name.toLowerCase(), { ...columns, root });
      else damage.damaged++;
    }
    this.damaged = damage.damaged;
  }

  /** How many of the pages were read so far, from 0 to 1; those of indexes never are. */
  get share(): number {
    return Math.min(1, this.#visited / this.#pages);
  }

  has(table: string): boolean {
    return this.#tables.has(table);
  }

  /**
   * A table's rows in their order; a column that the table lacks is null. Rows of a damaged table may be missing, but
   * none comes twice.
   * @param table in lower case, as are `columns`
   */
  *rows(table: string, columns: readonly string[], damage: Damage): Generator<SqlValue[], void> {
    const found = this.#tables.get(table);
    if (found === undefined) return;
    const places = columns.map((name) => (name === found.rowid ? -1 : found.names.indexOf(name)));
    // -1 is the row's number, a place after the last the null of a missing column.
    const wanted = places.map((place, nth) =>
      place < 0 && columns[nth] !== found.rowid ? found.names.length : place,
    );
    yield* this.#walk(found, wanted, damage);
  }

  *#walk(table: Table, wanted: readonly number[], damage: Damage): Generator<SqlValue[], void> {
    const seen = new Uint8Array(this.#pages + 1);
    const taken = new Set<number>();
    for (const { rowid, payload } of this.#cells(table, seen, damage)) {
      const row = taken.has(rowid) ? null : readRecord(payload, wanted, this.#decode);
      if (row === null) {
        damage.damaged++;
        continue;
      }
      if (!table.isWithoutRowid) taken.add(rowid);
      for (let nth = 0; nth < wanted.length; nth++) if (wanted[nth] === -1) row[nth] = rowid;
      yield row;
    }
  }

  /** Depth first, with a stack of our own: a damaged tree may be as deep as it has pages. */
  *#cells({ root, isWithoutRowid }: Table, seen: Uint8Array, damage: Damage): Generator<Cell, void> {
    const kind: Kind = isWithoutRowid
      ? { leaf: 10, interior: 2, most: Math.floor(((this.#usable - 12) * 64) / 255) - 23 }
      : { leaf: 13, interior: 5, most: this.#usable - 35 };
    const stack: (number | Cell)[] = [root];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (typeof next !== 'number') {
        yield next;
        continue;
      }
      const page = this.#page(next, seen);
      const start = next === 1 ? 100 : 0;
      const type = page?.[start];
      if (page === null || (type !== kind.leaf && type !== kind.interior)) {
        damage.damaged++;
        continue;
      }
      const isLeaf = type === kind.leaf;
      const found: (number | Cell)[] = [];
      const list = start + (isLeaf ? 8 : 12);
      const count = uint16(page, start + 3);
      let left = this.#usable;
      for (let nth = 0; nth < count; nth++) {
        const at = uint16(page, list + 2 * nth);
        const isInside = at >= list + 2 * count && at < this.#usable;
        // Cells never share bytes, so together they have no more than a page.
        if (isInside && !isLeaf) found.push(uint32(page, at));
        if (!isLeaf && !isWithoutRowid && isInside) continue;
        const cell = isInside ? this.#cell(page, isLeaf ? at : at + 4, kind, seen) : null;
        left -= cell?.size ?? 0;
        if (cell === null || left < 0) {
          damage.damaged++;
          if (left < 0) break;
        } else found.push(cell);
      }
      if (!isLeaf) found.push(uint32(page, start + 8));
      stack.push(...found.reverse());
    }
  }

  #cell(
    page: Uint8Array,
    at: number,
    kind: Kind,
    seen: Uint8Array,
  ): (Cell & { readonly size: number }) | null {
    const length = varint(page, at);
    const rowid = length !== null && kind.leaf === 13 ? varint(page, length.next) : null;
    if (length === null || length.value > this.#bytes.size || length.value < 0) return null;
    const from = rowid?.next ?? length.next;
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const wanted = least + ((length.value - least) % (this.#usable - 4));
    const local = length.value <= kind.most ? length.value : wanted <= kind.most ? wanted : least;
    if (from + local > this.#usable) return null;
    const here = page.subarray(from, from + local);
    const payload =
      local === length.value ? here : this.#overflow(here, length.value, uint32(page, from + local), seen);
    return payload && { rowid: rowid?.value ?? 0, payload, size: from + local - at };
  }

  /** A long record goes on in a chain of pages of its own. */
  #overflow(here: Uint8Array, length: number, first: number, seen: Uint8Array): Uint8Array | null {
    const parts: Uint8Array[] = [];
    let left = length - here.length;
    for (let next = first; left > 0;) {
      const page = this.#page(next, seen);
      if (page === null) return null;
      const part = page.subarray(4, Math.min(this.#usable, left + 4));
      parts.push(part);
      left -= part.length;
      next = uint32(page, 0);
    }
    const all = new Uint8Array(length);
    all.set(here);
    let at = here.length;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  /** Null if it is beyond the end, cut, or was visited before. */
  #page(number: number, seen: Uint8Array): Uint8Array | null {
    if (number < 1 || number > this.#pages || seen[number] === 1) return null;
    seen[number] = 1;
    this.#visited++;
    const page = this.#bytes.view((number - 1) * this.#pageSize, this.#pageSize);
    return page.length === this.#pageSize ? page : null;
  }
}
