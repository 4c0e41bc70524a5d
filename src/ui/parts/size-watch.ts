// Observes the size of elements in the window they are in: an observer from one window notices another's elements only
// when its own window draws.

export class SizeWatch {
  readonly #changed: (entries: readonly ResizeObserverEntry[]) => void;
  readonly #watched = new Set<Element>();
  readonly #forget: () => void;
  #observer: ResizeObserver;

  /** @param home moves between windows together with everything observed */
  constructor(home: HTMLElement, changed: (entries: readonly ResizeObserverEntry[]) => void) {
    this.#changed = changed;
    this.#observer = this.#observerOf(home.win);
    this.#forget = home.onWindowMigrated((win) => {
      this.#observer.disconnect();
      this.#observer = this.#observerOf(win);
      for (const el of this.#watched) this.#observer.observe(el);
    });
  }

  observe(el: Element): void {
    this.#watched.add(el);
    this.#observer.observe(el);
  }

  unobserve(el: Element): void {
    this.#watched.delete(el);
    this.#observer.unobserve(el);
  }

  close(): void {
    this.#forget();
    this.#observer.disconnect();
    this.#watched.clear();
  }

  #observerOf(win: Window): ResizeObserver {
    const { ResizeObserver: Observer } = win as typeof window;
    return new Observer((entries) => this.#changed(entries));
  }
}
