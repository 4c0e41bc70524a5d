// `el.on(type, selector, listener)`: one listener on a parent for all its children that match.
import { isNode } from './windows.ts';

type Listener = (this: unknown, event: Event, target: HTMLElement) => unknown;

interface Delegate {
  readonly type: string;
  readonly selector: string;
  readonly listener: Listener;
  readonly inner: EventListener;
}

const delegates = new WeakMap<EventTarget, Delegate[]>();

type Delegation = [
  root: EventTarget,
  type: string,
  selector: string,
  listener: Listener,
  options?: boolean | AddEventListenerOptions,
];

export function on(...[root, type, selector, listener, options]: Delegation): void {
  const inner: EventListener = (event) => {
    const start = isNode(event.target) && event.target.instanceOf(Element) ? event.target : null;
    const match = start?.closest<HTMLElement>(selector);
    if (match && isNode(root) && root.contains(match)) listener.call(root, event, match);
  };
  root.addEventListener(type, inner, options);
  delegates.set(root, [...(delegates.get(root) ?? []), { type, selector, listener, inner }]);
}

export function off(...[root, type, selector, listener, options]: Delegation): void {
  const all = delegates.get(root) ?? [];
  const mine = all.filter(
    (one) => one.type === type && one.selector === selector && one.listener === listener,
  );
  for (const { inner } of mine) root.removeEventListener(type, inner, options);
  delegates.set(
    root,
    all.filter((one) => !mine.includes(one)),
  );
}
