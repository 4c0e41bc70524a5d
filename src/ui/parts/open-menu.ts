// Opens a menu at the pointer, or at the button that a key pressed.
import type { Menu } from 'obsidian';
import { elementOf } from './event-element.ts';

export function openMenu(menu: Menu, event: MouseEvent): void {
  const button = elementOf(event)?.closest('button');
  // A click made by a key has a press count of zero, and its position is a corner of the screen.
  if (event.type === 'click' && event.detail === 0 && button) openMenuBelow(menu, button);
  else menu.showAtMouseEvent(event);
}

export function openMenuBelow(menu: Menu, el: Element): void {
  const { left, bottom, width } = el.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom, width }, el.doc);
}
