// The small window over a link, and the page preview that any `hover-link` opens.
import type * as Obsidian from 'obsidian';
import { Component } from './component.ts';
import { documented } from './documented.ts';
import { Keymap } from './keymap.ts';
import { parseLinktext } from './paths.ts';

export class HoverPopover extends documented<Obsidian.HoverPopover>(Component) {
  override hoverEl: HTMLElement;
  private timer = 0;
  private over = false;

  constructor(
    private readonly parent: Obsidian.HoverParent,
    private readonly targetEl: HTMLElement | null,
    waitTime = 300,
  ) {
    super();
    parent.hoverPopover?.unload();
    parent.hoverPopover = this;
    this.hoverEl = createDiv('popover hover-popover');
    this.load();
    this.timer = window.setTimeout(() => this.show(), waitTime);
    if (targetEl) this.registerDomEvent(targetEl, 'mouseleave', () => this.leaveSoon());
    this.registerDomEvent(this.hoverEl, 'mouseenter', () => (this.over = true));
    this.registerDomEvent(this.hoverEl, 'mouseleave', () => this.hide());
  }

  private show(): void {
    if (!this.targetEl?.isConnected) return this.hide();
    const box = this.targetEl.getBoundingClientRect();
    const { doc, win } = this.targetEl;
    doc.body.appendChild(this.hoverEl);
    const { offsetWidth: width, offsetHeight: height } = this.hoverEl;
    const below = box.bottom + 8 + height < win.innerHeight;
    this.hoverEl.setCssStyles({
      left: `${Math.max(8, Math.min(box.left, win.innerWidth - width - 8))}px`,
      top: `${below ? box.bottom + 8 : Math.max(8, box.top - height - 8)}px`,
    });
  }

  private leaveSoon(): void {
    window.setTimeout(() => !this.over && this.hide(), 250);
  }

  hide(): void {
    this.unload();
  }

  override onunload(): void {
    window.clearTimeout(this.timer);
    this.hoverEl.detach();
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
  }
}

interface HoverLink {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: Obsidian.HoverParent;
  readonly targetEl: HTMLElement | null;
  readonly linktext: string;
  readonly sourcePath?: string;
}

/** `sources`: which plugins announced that they hover, and whether they want the Mod key held. */
export function showPagePreviews(
  app: Obsidian.App,
  sources: ReadonlyMap<string, Obsidian.HoverLinkSource>,
  render: (
    file: Obsidian.TFile,
    subpath: string,
    el: HTMLElement,
    component: Obsidian.Component,
  ) => Promise<void>,
): void {
  const { workspace } = app;
  const listener = ({ event, source, hoverParent, targetEl, linktext, sourcePath = '' }: HoverLink) => {
    if (sources.get(source)?.defaultMod && !Keymap.isModifier(event, 'Mod')) return;
    const { path, subpath } = parseLinktext(linktext);
    const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    if (!file || hoverParent.hoverPopover) return;
    const popover = new HoverPopover(hoverParent, targetEl);
    popover.hoverEl.dataset['path'] = file.path;
    render(file, subpath, popover.hoverEl.createDiv('markdown-embed'), popover).catch(reportError);
  };
  // Not in the documentation of the events, though every plugin that shows links sends it.
  (workspace as Obsidian.Events).on('hover-link', listener as (...data: unknown[]) => unknown);
}
