// The element an event happened on, in any window: elements in a pop-out window belong to another realm, where
// `instanceof Element` is false.

export function elementOf({ targetNode }: UIEvent): Element | null {
  return targetNode?.instanceOf(Element) ? targetNode : null;
}
