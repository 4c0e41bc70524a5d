// Grading by swipe, for users who turn it on: right is good, left is again.
import type { Component } from 'obsidian';
import { elementOf } from '../parts/event-element.ts';

export interface Touched {
  readonly x: number;
  readonly y: number;
  /** ms */
  readonly at: number;
}

/** px; anything shorter is a tap or a slip. */
const shortest = 80;
/** ms; anything longer is someone following the text with a finger. */
const longest = 800;

/** The direction of a touch, or null if it was no swipe: too short, too slow, or more vertical than horizontal. */
export function swipeOf(from: Touched, to: Touched): 'left' | 'right' | null {
  const across = to.x - from.x;
  if (Math.abs(across) < shortest || to.at - from.at > longest) return null;
  if (Math.abs(to.y - from.y) > Math.abs(across) / 2) return null;
  return across > 0 ? 'right' : 'left';
}

/** Whether something under the finger scrolls sideways, as a wide table or code, or is typed in. */
function movesItself(event: UIEvent, within: HTMLElement): boolean {
  let el = elementOf(event);
  if (el?.matches('textarea')) return true;
  for (; el && el !== within; el = el.parentElement) if (el.scrollWidth > el.clientWidth + 1) return true;
  return false;
}

/** Reports swipes over an element while `isOn`; multi-finger touches are left to zooming. */
export function watchSwipes(
  component: Component,
  el: HTMLElement,
  isOn: () => boolean,
  swiped: (way: 'left' | 'right') => void,
): void {
  let from: Touched | null = null;
  component.registerDomEvent(el, 'touchstart', (event) => {
    const [touch] = event.touches;
    const isOne = event.touches.length === 1 && isOn() && !movesItself(event, el);
    from = touch && isOne ? { x: touch.clientX, y: touch.clientY, at: event.timeStamp } : null;
    // The app would open its sidebars on the same gesture.
    if (from) event.stopPropagation();
  });
  component.registerDomEvent(el, 'touchcancel', () => {
    from = null;
  });
  component.registerDomEvent(el, 'touchend', (event) => {
    const [touch] = event.changedTouches;
    const way = from && touch && swipeOf(from, { x: touch.clientX, y: touch.clientY, at: event.timeStamp });
    from = null;
    if (way) swiped(way);
  });
}
