import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';

function container(): HTMLElement {
  return (
    document.querySelector<HTMLElement>('.notice-container') ??
    createDiv({ cls: 'notice-container', parent: document.body, attr: { role: 'status' } })
  );
}

export class Notice extends documented<Obsidian.Notice>(Nothing) {
  override noticeEl: HTMLElement;
  override containerEl: HTMLElement;
  override messageEl: HTMLElement;

  /** `duration` in ms; 0 keeps it until it is clicked. */
  constructor(message: string | DocumentFragment, duration = 5000) {
    super();
    this.noticeEl = container().createDiv('notice');
    this.containerEl = this.noticeEl;
    this.messageEl = this.noticeEl.createDiv('notice-message');
    this.setMessage(message);
    this.noticeEl.addEventListener('click', () => this.hide());
    if (duration > 0) window.setTimeout(() => this.hide(), duration);
  }

  override setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  override hide(): void {
    this.noticeEl.detach();
  }
}
