import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';
import { release } from './events.ts';

/** All components that are loaded now; tests look for those that a closed screen left behind. */
export const loadedComponents = new Set<Obsidian.Component>();

export class Component extends documented<Obsidian.Component>(Nothing) {
  /** What `onload` returned: a promise, with many plugins. */
  loading: unknown = undefined;
  private loaded = false;
  private readonly owned: (() => unknown)[] = [];
  private readonly offspring: Obsidian.Component[] = [];

  override load(): void {
    if (this.loaded) return;
    this.loaded = true;
    loadedComponents.add(this);
    this.loading = this.onload();
    for (const child of [...this.offspring]) child.load();
  }

  override onload(): void {}

  override unload(): void {
    if (!this.loaded) return;
    this.loaded = false;
    loadedComponents.delete(this);
    for (const child of this.offspring.splice(0).reverse()) child.unload();
    for (const release of this.owned.splice(0).reverse()) {
      try {
        release();
      } catch (error) {
        reportError(error);
      }
    }
    this.onunload();
  }

  override onunload(): void {}

  override addChild<T extends Obsidian.Component>(component: T): T {
    this.offspring.push(component);
    if (this.loaded) component.load();
    return component;
  }

  override removeChild<T extends Obsidian.Component>(component: T): T {
    const at = this.offspring.indexOf(component);
    if (at >= 0) {
      this.offspring.splice(at, 1);
      component.unload();
    }
    return component;
  }

  override register(callback: () => unknown): void {
    this.owned.push(callback);
  }

  override registerEvent(ref: Obsidian.EventRef): void {
    this.register(() => release(ref));
  }

  override registerDomEvent(
    target: EventTarget,
    type: string,
    callback: (this: HTMLElement, event: never) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as unknown as EventListener;
    target.addEventListener(type, listener, options);
    this.register(() => target.removeEventListener(type, listener, options));
  }

  override registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}
