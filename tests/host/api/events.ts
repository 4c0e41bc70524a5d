// Events and Component: who listens, and for how long.
import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';

type Listener = (...data: unknown[]) => unknown;

interface Ref extends Obsidian.EventRef {
  readonly events: Events;
  readonly name: string;
  readonly listener: Listener;
  readonly context: unknown;
}

export class Events extends documented<Obsidian.Events>(Nothing) {
  private readonly listeners = new Map<string, Ref[]>();

  override on(name: string, callback: Listener, ctx?: unknown): Obsidian.EventRef {
    const ref: Ref = { events: this, name, listener: callback, context: ctx };
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), ref]);
    return ref;
  }

  override off(name: string, callback: Listener): void {
    const left = (this.listeners.get(name) ?? []).filter(({ listener }) => listener !== callback);
    this.listeners.set(name, left);
  }

  override offref(ref: Obsidian.EventRef): void {
    const { name } = ref as Ref;
    const left = (this.listeners.get(name) ?? []).filter((other) => other !== ref);
    this.listeners.set(name, left);
  }

  override trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.listeners.get(name) ?? []) this.tryTrigger(ref, data);
  }

  /** An error of one listener stops no other; it is reported as uncaught. */
  override tryTrigger(ref: Obsidian.EventRef, data: unknown[]): void {
    const { listener, context } = ref as Ref;
    try {
      listener.apply(context, data);
    } catch (error) {
      reportError(error);
    }
  }

  /** How many listeners there are; tests count them before and after. */
  get size(): number {
    return [...this.listeners.values()].reduce((sum, refs) => sum + refs.length, 0);
  }
}

export function release(ref: Obsidian.EventRef): void {
  (ref as Ref).events.offref(ref);
}
