// The global functions and the small additions to built-in objects that plugins find in Obsidian.
import { createElement, createSvgElement, type Options } from './elements.ts';
import { add } from './prototypes.ts';

function extendBuiltIns(): void {
  add(Array.prototype as unknown[], {
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    contains(target: unknown) {
      return this.includes(target);
    },
    remove(target: unknown) {
      for (let i = this.length - 1; i >= 0; i -= 1) if (this[i] === target) this.splice(i, 1);
    },
    shuffle() {
      for (let i = this.length - 1; i > 0; i -= 1) {
        const j = Math.floor(Math.random() * (i + 1));
        [this[i], this[j]] = [this[j], this[i]];
      }
      return this;
    },
    unique() {
      return [...new Set(this)];
    },
  });
  add(Array, { combine: (arrays: unknown[][]) => arrays.flat() });
  add(String.prototype, {
    contains(target: string) {
      return this.includes(target);
    },
    format(...values: string[]) {
      return this.replace(/\{(\d+)\}/g, (whole, index: string) => values[Number(index)] ?? whole);
    },
  });
  add(String, { isString: (value: unknown) => typeof value === 'string' });
  add(Number, { isNumber: (value: unknown) => typeof value === 'number' });
  add(Math, {
    clamp: (value: number, low: number, high: number) => Math.min(Math.max(value, low), high),
    square: (value: number) => value * value,
  });
  add(Object, {
    isEmpty: (object: object) => Object.keys(object).length === 0,
    each(object: Record<string, unknown>, callback: (value: unknown, key: string) => boolean | void) {
      for (const [key, value] of Object.entries(object)) if (callback(value, key) === false) return false;
      return true;
    },
  });
}

export function extendGlobals(): void {
  extendBuiltIns();
  add(window, {
    createEl: (tag: string, o?: Options, callback?: (el: HTMLElement) => void) =>
      createElement(tag, o, callback),
    createDiv: (o?: Options, callback?: (el: HTMLElement) => void) => createElement('div', o, callback),
    createSpan: (o?: Options, callback?: (el: HTMLElement) => void) => createElement('span', o, callback),
    createSvg: (tag: string, o?: Options, callback?: (el: SVGElement) => void) =>
      createSvgElement(tag, o, callback),
    createFragment: (callback?: (el: DocumentFragment) => void) => {
      const fragment = document.createDocumentFragment();
      callback?.(fragment);
      return fragment;
    },
    fish: (selector: string) => document.querySelector(selector),
    fishAll: (selector: string) => [...document.querySelectorAll(selector)],
    isBoolean: (value: unknown) => typeof value === 'boolean',
    sleep: (ms: number) => new Promise((resolve) => window.setTimeout(resolve, ms)),
    nextFrame: () => new Promise((resolve) => window.requestAnimationFrame(resolve)),
    ready: (callback: () => unknown) => {
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => callback());
      else callback();
    },
    activeWindow: window,
    activeDocument: document,
  });
}
