// The methods that Obsidian adds to nodes and elements.
import { off, on } from './delegation.ts';
import {
  classList,
  createElement,
  createSvgElement,
  setAttribute,
  setText,
  type Options,
} from './elements.ts';
import { documentOf, isInstance, isNode, onMigrated, windowOf, type AppWindow } from './windows.ts';

/** Adds methods; none of them shows up in a `for in`. */
export function add<T extends object>(target: T, methods: Record<string, unknown> & ThisType<T>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

function addGetters<T extends object>(target: T, getters: Record<string, (this: T) => unknown>): void {
  for (const [name, get] of Object.entries(getters)) {
    Object.defineProperty(target, name, { get, configurable: true });
  }
}

function extendNode(win: AppWindow): void {
  add(win.Node.prototype, {
    createEl(tag: string, o?: Options, callback?: (el: HTMLElement) => void) {
      return createElement(tag, o, callback, this);
    },
    createDiv(o?: Options, callback?: (el: HTMLElement) => void) {
      return createElement('div', o, callback, this);
    },
    createSpan(o?: Options, callback?: (el: HTMLElement) => void) {
      return createElement('span', o, callback, this);
    },
    createSvg(tag: string, o?: Options, callback?: (el: SVGElement) => void) {
      return createSvgElement(tag, o, callback, this);
    },
    detach() {
      this.parentNode?.removeChild(this);
    },
    empty() {
      while (this.lastChild) this.removeChild(this.lastChild);
    },
    appendText(text: string) {
      this.appendChild(documentOf(this).createTextNode(text));
    },
    insertAfter(node: Node, child: Node | null) {
      return this.insertBefore(node, child ? child.nextSibling : this.firstChild);
    },
    indexOf(other: Node) {
      return Array.prototype.indexOf.call(this.childNodes, other);
    },
    setChildrenInPlace(children: Node[]) {
      (this as unknown as ParentNode).replaceChildren(...children);
    },
    instanceOf(type: new () => object) {
      return isInstance(this, type, 'Node');
    },
  });
  addGetters<Node>(win.Node.prototype, {
    doc() {
      return documentOf(this);
    },
    win() {
      return documentOf(this).defaultView ?? window;
    },
    constructorWin() {
      return windowOf(this, 'Node');
    },
  });
  addGetters<UIEvent>(win.UIEvent.prototype, {
    doc() {
      return documentOf(isNode(this.target) ? this.target : null);
    },
    win() {
      return documentOf(isNode(this.target) ? this.target : null).defaultView ?? window;
    },
    targetNode() {
      return isNode(this.target) ? this.target : null;
    },
  });
  add(win.UIEvent.prototype, {
    instanceOf(type: new () => object) {
      return isInstance(this, type, 'UIEvent');
    },
  });
}

function extendElement(win: AppWindow): void {
  add(win.Element.prototype, {
    getText() {
      return this.textContent;
    },
    setText(text: string | DocumentFragment) {
      setText(this, text);
    },
    addClass(...names: string[]) {
      this.classList.add(...names.flatMap(classList));
    },
    addClasses(names: string[]) {
      this.classList.add(...names);
    },
    removeClass(...names: string[]) {
      this.classList.remove(...names.flatMap(classList));
    },
    removeClasses(names: string[]) {
      this.classList.remove(...names);
    },
    toggleClass(names: string | string[], value: boolean) {
      for (const name of classList(names)) this.classList.toggle(name, value);
    },
    hasClass(name: string) {
      return this.classList.contains(name);
    },
    setAttr(name: string, value: string | number | boolean | null) {
      setAttribute(this, name, value);
    },
    setAttrs(values: Record<string, string | number | boolean | null>) {
      for (const [name, value] of Object.entries(values)) setAttribute(this, name, value);
    },
    getAttr(name: string) {
      return this.getAttribute(name);
    },
    matchParent(selector: string, last?: Element) {
      const match = this.closest(selector);
      return match && last && match !== last && !last.contains(match) ? null : match;
    },
    getCssPropertyValue(property: string, pseudo?: string) {
      return this.win.getComputedStyle(this, pseudo).getPropertyValue(property).trim();
    },
    isActiveElement() {
      return this.doc.activeElement === this;
    },
  });
}

function extendQueries(win: AppWindow): void {
  const queries = {
    find(selector: string) {
      return this.querySelector(selector);
    },
    findAll(selector: string) {
      return [...this.querySelectorAll(selector)];
    },
  } satisfies Record<string, unknown> & ThisType<ParentNode>;
  add(win.Element.prototype, { ...queries });
  add(win.DocumentFragment.prototype, { ...queries });
  add(win.Element.prototype, {
    findAllSelf(selector: string) {
      const found = [...this.querySelectorAll(selector)];
      return this.matches(selector) ? [this, ...found] : found;
    },
  });
}

function extendHtmlElement(win: AppWindow): void {
  const styles = {
    setCssStyles(values: Partial<CSSStyleDeclaration>) {
      Object.assign(this.style, values);
    },
    setCssProps(values: Record<string, string>) {
      for (const [name, value] of Object.entries(values)) this.style.setProperty(name, value);
    },
  } satisfies Record<string, unknown> & ThisType<ElementCSSInlineStyle>;
  add(win.SVGElement.prototype, { ...styles });
  add(win.HTMLElement.prototype, {
    ...styles,
    show() {
      if (this.style.display === 'none') this.style.display = '';
    },
    hide() {
      this.style.display = 'none';
    },
    toggle(show: boolean) {
      this.style.display = show ? '' : 'none';
    },
    toggleVisibility(visible: boolean) {
      this.style.visibility = visible ? '' : 'hidden';
    },
    isShown() {
      return this.offsetParent !== null;
    },
    onClickEvent(listener: (event: MouseEvent) => unknown, options?: AddEventListenerOptions) {
      this.addEventListener('click', listener, options);
      this.addEventListener('auxclick', listener, options);
    },
    onWindowMigrated(listener: (win: Window) => unknown) {
      return onMigrated(this, listener);
    },
    trigger(type: string) {
      this.dispatchEvent(new Event(type, { bubbles: true }));
    },
  });
  const delegation = {
    on(...[type, selector, listener, options]: DelegationArgs) {
      on(this, type, selector, listener, options);
    },
    off(...[type, selector, listener, options]: DelegationArgs) {
      off(this, type, selector, listener, options);
    },
  } satisfies Record<string, unknown> & ThisType<EventTarget>;
  add(win.HTMLElement.prototype, { ...delegation });
  add(win.Document.prototype, { ...delegation });
}

type DelegationArgs = Parameters<typeof on> extends [unknown, ...infer Rest] ? Rest : never;

/** In each window of the app, which has classes of its own. */
export function extendPrototypes(win: AppWindow = window): void {
  extendNode(win);
  extendElement(win);
  extendQueries(win);
  extendHtmlElement(win);
}
