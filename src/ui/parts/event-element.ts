// The element that an event happened on, in whatever window: elements of a pop-out window belong to another realm, where
// `instanceof Element` is false.

export function elementOf({ targetNode }: UIEvent): Element | null {
  return targetNode?.instanceOf(Element) ? targetNode : null;
}
