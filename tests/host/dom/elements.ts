// createEl and its kin, as Obsidian adds them to nodes and to the global object.
import { documentOf } from './windows.ts';

interface ElementInfo {
  cls?: string | string[];
  text?: string | DocumentFragment;
  attr?: Record<string, string | number | boolean | null>;
  title?: string;
  parent?: Node;
  value?: string;
  type?: string;
  prepend?: boolean;
  placeholder?: string;
  href?: string;
}

/** A string in place of the options is a class list. */
export type Options = ElementInfo | string | undefined;

export function classList(cls: string | string[] | undefined): string[] {
  return (Array.isArray(cls) ? cls : (cls ?? '').split(' ')).filter((name) => name !== '');
}

export function setAttribute(el: Element, name: string, value: string | number | boolean | null): void {
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, String(value));
}

export function setText(el: Element, text: string | DocumentFragment): void {
  if (typeof text === 'string') el.textContent = text;
  else el.replaceChildren(text);
}

function dress(el: Element, options: ElementInfo): void {
  el.classList.add(...classList(options.cls));
  if (options.text !== undefined) setText(el, options.text);
  for (const [name, value] of Object.entries(options.attr ?? {})) setAttribute(el, name, value);
  if (options.title !== undefined) el.setAttribute('title', options.title);
  if (options.type !== undefined) el.setAttribute('type', options.type);
  if (options.placeholder !== undefined) el.setAttribute('placeholder', options.placeholder);
  if (options.href !== undefined) el.setAttribute('href', options.href);
  if (options.value !== undefined) (el as HTMLInputElement).value = options.value;
}

function make<E extends Element>(el: E, options: Options, parent?: Node): E {
  const info = typeof options === 'string' ? { cls: options } : (options ?? {});
  dress(el, info);
  const home = info.parent ?? parent;
  if (info.prepend) home?.insertBefore(el, home.firstChild);
  else home?.appendChild(el);
  return el;
}

/** An element is made in the window of its parent, and is of the classes there. */
const homeOf = (options: Options, parent: Node | undefined): Document =>
  documentOf((typeof options === 'object' ? options.parent : undefined) ?? parent);

export function createElement(
  tag: string,
  options?: Options,
  callback?: (el: HTMLElement) => void,
  parent?: Node,
): HTMLElement {
  const el = make(homeOf(options, parent).createElement(tag), options, parent);
  callback?.(el);
  return el;
}

export function createSvgElement(
  tag: string,
  options?: Options,
  callback?: (el: SVGElement) => void,
  parent?: Node,
): SVGElement {
  const el: SVGElement = make(
    homeOf(options, parent).createElementNS('http://www.w3.org/2000/svg', tag as 'path'),
    options,
    parent,
  );
  callback?.(el);
  return el;
}
