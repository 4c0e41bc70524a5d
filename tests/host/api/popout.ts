// A window of its own for tabs. As in the app it is another realm in the same process: its elements are of its own
// classes, and what moves there keeps the classes it was made with for only as long as code holds on to it.
import { extendPrototypes } from '../dom/prototypes.ts';
import { activate, addWindow, removeWindow, tellMigrated, type AppWindow } from '../dom/windows.ts';
import type { Keymap } from './keymap.ts';
import type { WorkspaceLeaf } from './leaf.ts';
import { Dock } from './tab-group.ts';
import { showTooltips } from './tooltip.ts';
import type { Workspace } from './workspace.ts';

export class Popout {
  readonly win: AppWindow;
  readonly doc: Document;
  readonly dock: Dock;

  /** @param closed called once, when the window is gone */
  constructor(
    private readonly workspace: Workspace,
    closed: () => void,
  ) {
    this.win = openWindow();
    this.doc = this.win.document;
    addWindow(this.win);
    extendPrototypes(this.win);
    dress(this.doc);
    for (const type of ['focusin', 'pointerdown', 'keydown'] as const)
      this.win.addEventListener(type, () => activate(this.win), { capture: true });
    window.addEventListener('pointerdown', () => activate(window), { capture: true });
    (workspace.app.keymap as Keymap).listenTo(this.win);
    showTooltips(this.doc);
    this.dock = new Dock(workspace, this.doc.body.createDiv('app-container').createDiv('workspace'), 'root');
    this.dock.addGroup();
    this.win.addEventListener('pagehide', () => {
      closed();
      removeWindow(this.win);
      workspace.trigger('window-close', this, this.win);
    });
    workspace.trigger('window-open', this, this.win);
  }

  take(leaf: WorkspaceLeaf): void {
    const [group] = this.dock.groups;
    if (!group) return;
    leaf.group = group;
    group.add(leaf);
    tellMigrated(leaf.containerEl);
    this.workspace.trigger('resize');
    leaf.onResize();
  }

  close(): void {
    this.win.close();
  }
}

function openWindow(): AppWindow {
  const win = window.open('about:blank', '', 'width=900,height=700');
  if (!win) throw new Error('the browser opens no second window');
  return win as AppWindow;
}

/** The styles, theme and language of the main window. */
function dress(doc: Document): void {
  const { head, documentElement } = document;
  for (const el of head.querySelectorAll('link[rel="stylesheet"], style'))
    doc.head.append(doc.importNode(el, true));
  doc.documentElement.lang = documentElement.lang;
  doc.documentElement.dir = documentElement.dir;
  doc.body.className = `${document.body.className} is-popout-window`;
  doc.title = document.title;
  // For tests, which ask each window alike.
  Object.assign(doc.defaultView ?? {}, { host: window.host });
}
