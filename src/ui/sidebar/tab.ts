// What the tabs of the sidebar have in common.
import type { Component } from 'obsidian';
import type { Desk } from '../shell/desk.ts';

export interface TabPanel extends Component {
  /** Whether it shows anything of the note in front. */
  readonly followsNote: boolean;
  /** Draws what is there now. */
  refresh(): void;
}

/** What a tab is handed. */
export interface TabHost {
  readonly desk: Desk;
  /** Scrolls. */
  readonly el: HTMLElement;
  /** Path of the note in front, or null. */
  notePath(): string | null;
}

/** A button with its words; `key` keeps the focus on it over a redraw. */
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
