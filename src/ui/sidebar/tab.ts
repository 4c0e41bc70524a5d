// What the sidebar's tabs have in common.
import type { Component } from 'obsidian';
import type { Desk } from '../shell/desk.ts';

export interface TabPanel extends Component {
  /** Whether it shows anything about the active note. */
  readonly followsNote: boolean;
  /** Draws the current state. */
  refresh(): void;
}

/** What a tab receives. */
export interface TabHost {
  readonly desk: Desk;
  /** Scrolls. */
  readonly el: HTMLElement;
  /** Path of the active note, or null. */
  notePath(): string | null;
}

/** A button with text; `key` keeps the focus on it across redraws. */
export function addButton(
  el: HTMLElement,
  text: string,
  key: string,
  run: (event: MouseEvent) => void,
): HTMLButtonElement {
  const button = el.createEl('button', { text, attr: { type: 'button', 'data-key': key } });
  button.addEventListener('click', run);
  return button;
}
