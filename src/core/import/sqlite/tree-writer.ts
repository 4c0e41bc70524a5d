// Writes the pages of one table or index, leaves first, then the pages above them level by level. Rows come in order, so
// every page is written once and full.
import type { PagedBytes } from './paged-bytes.ts';
import { varintBytes } from './write-record.ts';

/** Pages go one after the other into the file. */
export class PageWriter {
  readonly size: number;
  readonly #out: PagedBytes;

  constructor(out: PagedBytes, size: number) {
    this.#out = out;
    this.size = size;
  }

  get count(): number {
    return this.#out.size / this.size;
  }

  /** Returns the page's number. */
  add(page: Uint8Array): number {
    this.#out.add(page);
    return this.count;
  }
}

export type TreeKind = 'table' | 'index';

/** What a level of pages consists of; a divider is between each two children. */
interface Level {
  readonly children: number[];
  readonly dividers: Uint8Array[];
}

/** A number of four bytes, the highest first. */
function put32(page: Uint8Array, at: number, number: number): void {
  new DataView(page.buffer, page.byteOffset).setUint32(at, number);
}

export class TreeWriter {
  readonly #pages: PageWriter;
  readonly #kind: TreeKind;
  /** Of page 1, which begins with the file's head. */
  readonly #start: number;
  readonly #level: Level = { children: [], dividers: [] };
  #cells: Uint8Array[] = [];
  #used = 0;
  /** The row number of the last cell, for tables. */
  #last = 0;
  /** Of the dividers: a table's are row numbers. */
  #longest = 9;

  /** @param start bytes at the beginning of the root's page that are not its own */
  constructor(pages: PageWriter, kind: TreeKind, start = 0) {
    this.#pages = pages;
    this.#kind = kind;
    this.#start = start;
  }

  /** @param isLast whether no other follows, which an index needs to know */
  add(record: Uint8Array, rowid: number, isLast: boolean): void {
    const cell = this.#cell(record, rowid);
    if (this.#kind === 'index') this.#longest = Math.max(this.#longest, cell.length);
    if (this.#used + cell.length + 2 <= this.#pages.size - 8 - this.#start) this.#put(cell);
    else if (this.#kind === 'table') {
      this.#leaf(Uint8Array.from(varintBytes(this.#last)));
      this.#put(cell);
    } else if (isLast) {
      // A last leaf needs a cell: the full one passes its last up in place of this one.
      const divider = this.#cells.pop() ?? cell;
      this.#leaf(divider);
      this.#put(cell);
    } else this.#leaf(cell);
    this.#last = rowid;
  }

  /** Returns the root: its page's number, or, with a start, the page itself, for the caller to place. */
  finish(): Uint8Array {
    const { size } = this.#pages;
    if (this.#level.children.length === 0) return this.#page(true, this.#cells, null, this.#start);
    this.#leaf(null);
    const most = (start: number): number => Math.floor((size - 12 - start) / (this.#longest + 6)) + 1;
    let level: Level = this.#level;
    while (level.children.length > most(this.#start)) level = this.#above(level, most(0));
    return this.#interior(level, 0, level.children.length, this.#start);
  }

  /** Children are spread evenly, so that none is alone on a page. */
  #above({ children, dividers }: Level, most: number): Level {
    const count = Math.ceil(children.length / most);
    const above: Level = { children: [], dividers: [] };
    for (let nth = 0; nth < count; nth++) {
      const from = Math.floor((nth * children.length) / count);
      const to = Math.floor(((nth + 1) * children.length) / count);
      above.children.push(this.#pages.add(this.#interior({ children, dividers }, from, to, 0)));
      const divider = dividers[to - 1];
      if (divider !== undefined) above.dividers.push(divider);
    }
    return above;
  }

  #interior({ children, dividers }: Level, from: number, to: number, start: number): Uint8Array {
    const cells = dividers.slice(from, to - 1).map((divider, nth) => {
      const cell = new Uint8Array(divider.length + 4);
      put32(cell, 0, children[from + nth] ?? 0);
      cell.set(divider, 4);
      return cell;
    });
    return this.#page(false, cells, children[to - 1] ?? 0, start);
  }

  #put(cell: Uint8Array): void {
    this.#cells.push(cell);
    this.#used += cell.length + 2;
  }

  #leaf(divider: Uint8Array | null): void {
    this.#level.children.push(this.#pages.add(this.#page(true, this.#cells, null, 0)));
    if (divider !== null) this.#level.dividers.push(divider);
    this.#cells = [];
    this.#used = 0;
  }

  /** Cells are written from the page's end, their places at its beginning. */
  #page(isLeaf: boolean, cells: readonly Uint8Array[], right: number | null, start: number): Uint8Array {
    const page = new Uint8Array(this.#pages.size);
    const view = new DataView(page.buffer);
    const list = start + (isLeaf ? 8 : 12);
    page[start] = (this.#kind === 'table' ? 5 : 2) + (isLeaf ? 8 : 0);
    view.setUint16(start + 3, cells.length);
    if (right !== null) view.setUint32(start + 8, right);
    let end = page.length;
    cells.forEach((cell, nth) => {
      end -= cell.length;
      page.set(cell, end);
      view.setUint16(list + 2 * nth, end);
    });
    // 0 is 65536.
    view.setUint16(start + 5, end % 0x1_0000);
    return page;
  }

  /** A leaf's cell; what has no room goes to pages of its own. */
  #cell(record: Uint8Array, rowid: number): Uint8Array {
    const { size } = this.#pages;
    const isTable = this.#kind === 'table';
    const least = Math.floor(((size - 12) * 32) / 255) - 23;
    const most = isTable ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23;
    const wanted = least + ((record.length - least) % (size - 4));
    const local = record.length <= most ? record.length : wanted <= most ? wanted : least;
    const head = [...varintBytes(record.length), ...(isTable ? varintBytes(rowid) : [])];
    const isLong = local < record.length;
    const cell = new Uint8Array(Math.max(4, head.length + local + (isLong ? 4 : 0)));
    cell.set(head);
    cell.set(record.subarray(0, local), head.length);
    if (isLong) put32(cell, head.length + local, this.#overflow(record.subarray(local)));
    return cell;
  }

  /** Returns the first page's number. */
  #overflow(rest: Uint8Array): number {
    const first = this.#pages.count + 1;
    const room = this.#pages.size - 4;
    for (let from = 0; from < rest.length; from += room) {
      const page = new Uint8Array(this.#pages.size);
      if (from + room < rest.length) put32(page, 0, this.#pages.count + 2);
      page.set(rest.subarray(from, from + room), 4);
      this.#pages.add(page);
    }
    return first;
  }
}
