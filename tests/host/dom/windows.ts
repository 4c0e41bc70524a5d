// The windows of the app: the main one and those that hold tabs of their own, each with classes of its own.

export type AppWindow = typeof window;

const all: AppWindow[] = [window];

export function addWindow(win: AppWindow): void {
  all.push(win);
}

export function removeWindow(win: AppWindow): void {
  const at = all.indexOf(win);
  if (at > 0) all.splice(at, 1);
  if (window.activeWindow === win) activate(window);
}

/** The window in front, which `activeWindow` and `activeDocument` name. */
export function activate(win: AppWindow): void {
  window.activeWindow = win;
  window.activeDocument = win.document;
}

/** The window whose classes an object is of. */
export function windowOf(object: object, name: 'Node' | 'UIEvent'): AppWindow {
  return all.find((win) => object instanceof win[name]) ?? window;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && all.some((win) => value instanceof win.Node);

/** Whether an object is of a class, or of the class of that name in its own window. */
export function isInstance(object: object, type: new () => object, name: 'Node' | 'UIEvent'): boolean {
  if (object instanceof type) return true;
  const own = (windowOf(object, name) as unknown as Record<string, unknown>)[type.name];
  return typeof own === 'function' && object instanceof own;
}

export const documentOf = (node: Node | null | undefined): Document =>
  node?.ownerDocument ?? (node?.nodeType === Node.DOCUMENT_NODE ? (node as Document) : document);

type Migrated = (win: Window) => unknown;

const listeners = new WeakMap<Element, Set<Migrated>>();

export function onMigrated(el: Element, listener: Migrated): () => void {
  const own = listeners.get(el) ?? new Set();
  listeners.set(el, own.add(listener));
  return () => own.delete(listener);
}

/** Tells all within an element that it is in another window now. */
export function tellMigrated(root: Element): void {
  const { win } = root;
  for (const el of [root, ...root.querySelectorAll('*')])
    for (const listener of [...(listeners.get(el) ?? [])]) listener(win);
}
