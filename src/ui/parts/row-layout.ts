// Determines which rows of a list are in view. Rows of equal height need no work per row. Does not use
// @tanstack/virtual-core 3.19: it is 33 kB where this file and row-heights.ts are 2, keeps an object per row, and takes
// 5 ms to apply 20 new heights at the top of 100,000 rows, where row-heights.ts takes 0.4.
import { RowHeights } from './row-heights.ts';
import { SizeWatch } from './size-watch.ts';

export interface PlacedRow {
  readonly index: number;
  /** px below the top of the list. */
  readonly top: number;
}

export interface RowLayout {
  /** px, of the whole list. */
  readonly total: number;
  /** Those in view and a few around them. */
  rows(): readonly PlacedRow[];
  /** Replaces the rows; `keyOf` names a row so that its height is remembered. */
  setRows(count: number, keyOf: (index: number) => string): void;
  /**
   * Measures drawn rows, identified by `data-index`, and keeps observing them. Returns the px to scroll by so that what
   * is in view stays in place when rows above it turn out to have a different height than expected.
   */
  measure(els: readonly HTMLElement[]): number;
  /** Stops observing a row that is removed. */
  forget(el: HTMLElement): void;
  /** Observes scrolling and size; returns a function that stops it. */
  watch(changed: () => void): () => void;
}

export interface LayoutOptions {
  readonly scrollEl: HTMLElement;
  readonly listEl: HTMLElement;
  /** Expected height of a row, px. */
  readonly height: number;
}

/** Rows drawn above and below those in view. */
const overscan = 8;

function watchScroll(scrollEl: HTMLElement, observer: SizeWatch, changed: () => void): () => void {
  observer.observe(scrollEl);
  scrollEl.addEventListener('scroll', changed, { passive: true });
  return () => {
    observer.close();
    scrollEl.removeEventListener('scroll', changed);
  };
}

/** Every row has exactly this height. */
export function fixedLayout({ scrollEl, listEl, height }: LayoutOptions): RowLayout {
  let count = 0;
  return {
    get total() {
      return count * height;
    },
    rows() {
      const { clientHeight } = scrollEl;
      // Of fewer rows than before, the last come into view.
      const from = Math.min(
        scrollEl.scrollTop - listEl.offsetTop,
        Math.max(0, count * height - clientHeight),
      );
      const first = Math.max(0, Math.floor(from / height) - overscan);
      const end = Math.min(count, Math.ceil((from + clientHeight) / height) + overscan);
      return Array.from({ length: Math.max(0, end - first) }, (_, at) => ({
        index: first + at,
        top: (first + at) * height,
      }));
    },
    setRows(rows) {
      count = rows;
    },
    measure: () => 0,
    forget() {
      // Never observed.
    },
    watch: (changed) => watchScroll(scrollEl, new SizeWatch(scrollEl, changed), changed),
  };
}

/** Rows of any height, measured when they are drawn. */
export function measuredLayout({ scrollEl, listEl, height }: LayoutOptions): RowLayout {
  const heights = new RowHeights(height);
  const indexOf = (el: HTMLElement): number => Number(el.dataset['index'] ?? -1);
  /** A hidden row has no height, which says nothing about its height when visible. */
  const isOther = (el: HTMLElement): boolean =>
    el.offsetHeight > 0 && heights.heightOf(indexOf(el)) !== el.offsetHeight;
  let watching: SizeWatch | null = null;
  const fromTop = (): number => scrollEl.scrollTop - listEl.offsetTop;
  return {
    get total() {
      return heights.total;
    },
    rows() {
      const from = fromTop();
      const first = Math.max(0, heights.indexAt(from) - overscan);
      const end = Math.min(heights.count, heights.indexAt(from + scrollEl.clientHeight) + 1 + overscan);
      return Array.from({ length: Math.max(0, end - first) }, (_, at) => ({
        index: first + at,
        top: heights.topOf(first + at),
      }));
    },
    setRows: (count, keyOf) => heights.setRows(count, keyOf),
    measure(els) {
      const from = fromTop();
      const changes = els
        .filter((el) => {
          watching?.observe(el);
          return isOther(el);
        })
        .map((el) => ({ index: indexOf(el), to: el.offsetHeight }));
      let shift = 0;
      for (const { index, to } of changes)
        if (heights.topOf(index) < from) shift += to - (heights.heightOf(index) ?? to);
      for (const { index, to } of changes) heights.set(index, to);
      return shift;
    },
    forget: (el) => watching?.unobserve(el),
    watch(changed) {
      const observer = new SizeWatch(scrollEl, (entries) => {
        const isNews = entries.some(
          ({ target }) => target === scrollEl || (target.instanceOf(HTMLElement) && isOther(target)),
        );
        if (isNews) changed();
      });
      watching = observer;
      return watchScroll(scrollEl, observer, changed);
    },
  };
}
