// Which rows of a list are in sight. Rows that are all of one height need no library and no work for each row: the
// library keeps an object a row, 30 ms and 10 MB at 100,000 of them.
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';

export interface PlacedRow {
  readonly index: number;
  /** px below the top of the list. */
  readonly top: number;
}

export interface RowLayout {
  /** px, of the whole list. */
  readonly total: number;
  /** Those in sight and a few around them. */
  rows(): readonly PlacedRow[];
  /** Other rows; `keyOf` names a row so that its height is remembered. */
  setRows(count: number, keyOf: (index: number) => string): void;
  /** Takes the height of a drawn row. */
  measure(el: HTMLElement): void;
  /** Watches scrolling and size; gives what ends it. */
  watch(changed: () => void): () => void;
}

export interface LayoutOptions {
  readonly scrollEl: HTMLElement;
  readonly listEl: HTMLElement;
  /** Expected height of a row, px. */
  readonly height: number;
}

/** Rows drawn above and below those in sight. */
const overscan = 8;

/** Every row is exactly so high. */
export function fixedLayout({ scrollEl, listEl, height }: LayoutOptions): RowLayout {
  let count = 0;
  return {
    get total() {
      return count * height;
    },
    rows() {
      const from = scrollEl.scrollTop - listEl.offsetTop;
      const first = Math.max(0, Math.floor(from / height) - overscan);
      const end = Math.min(count, Math.ceil((from + scrollEl.clientHeight) / height) + overscan);
      return Array.from({ length: Math.max(0, end - first) }, (_, at) => ({
        index: first + at,
        top: (first + at) * height,
      }));
    },
    setRows(rows) {
      count = rows;
    },
    measure() {
      // Nothing to learn.
    },
    watch(changed) {
      const observer = new ResizeObserver(changed);
      observer.observe(scrollEl);
      scrollEl.addEventListener('scroll', changed, { passive: true });
      return () => {
        observer.disconnect();
        scrollEl.removeEventListener('scroll', changed);
      };
    },
  };
}

/** Rows of any height, measured when they are drawn. */
export function measuredLayout({ scrollEl, listEl, height }: LayoutOptions): RowLayout {
  let count = 0;
  let keyOf: (index: number) => string = String;
  let changed = (): void => undefined;
  const settings = () => ({
    count,
    getScrollElement: () => scrollEl,
    estimateSize: () => height,
    getItemKey: (index: number) => keyOf(index),
    scrollMargin: listEl.offsetTop,
    overscan,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => changed(),
  });
  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(settings());
  return {
    get total() {
      return virtualizer.getTotalSize();
    },
    rows: () =>
      virtualizer.getVirtualItems().map(({ index, start }) => ({
        index,
        top: start - virtualizer.options.scrollMargin,
      })),
    setRows(rows, name) {
      count = rows;
      keyOf = name;
      virtualizer.setOptions(settings());
      virtualizer._willUpdate();
    },
    measure: (el) => virtualizer.measureElement(el),
    watch(told) {
      changed = told;
      const unmount = virtualizer._didMount();
      virtualizer._willUpdate();
      return unmount;
    },
  };
}
