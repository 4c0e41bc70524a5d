import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';
import { setIcon } from './icons.ts';
import { Scope } from './keymap.ts';

export class Modal extends documented<Obsidian.Modal>(Nothing) {
  override app: Obsidian.App;
  override scope: Obsidian.Scope = new Scope();
  override containerEl: HTMLElement;
  override modalEl: HTMLElement;
  override titleEl: HTMLElement;
  override contentEl: HTMLElement;
  override shouldRestoreSelection = true;
  private closeCallback: (() => unknown) | null = null;
  private focused: Element | null = null;

  constructor(app: Obsidian.App) {
    super();
    this.app = app;
    this.containerEl = createDiv('modal-container mod-dim');
    const shade = this.containerEl.createDiv({ cls: 'modal-bg', attr: { style: 'opacity: 0.85' } });
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': true, tabindex: -1 },
    });
    const closeButton = this.modalEl.createDiv({
      cls: 'modal-close-button clickable-icon',
      attr: { 'aria-label': 'Close' },
    });
    setIcon(closeButton, 'x');
    this.titleEl = this.modalEl.createDiv('modal-header').createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
    shade.addEventListener('click', () => this.close());
    closeButton.addEventListener('click', () => this.close());
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  override open(): void {
    this.focused = activeDocument.activeElement;
    this.app.keymap.pushScope(this.scope);
    activeDocument.body.appendChild(this.containerEl);
    void this.onOpen();
    if (!this.modalEl.contains(this.modalEl.doc.activeElement)) this.modalEl.focus();
  }

  override close(): void {
    if (!this.containerEl.isConnected) return;
    this.app.keymap.popScope(this.scope);
    this.containerEl.detach();
    this.onClose();
    this.closeCallback?.();
    if (this.shouldRestoreSelection && this.focused?.instanceOf(HTMLElement)) this.focused.focus();
  }

  override onOpen(): Promise<void> | void {}

  override onClose(): void {}

  override setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  override setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  override setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }
}
