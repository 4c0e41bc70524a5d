// The frame of the page: ribbon, workspace, status bar, and on a phone the bar of buttons below.
import { setIcon } from '../api/icons.ts';

export interface Frame {
  readonly mainEl: HTMLElement;
  readonly ribbonEl: HTMLElement;
  readonly statusBarEl: HTMLElement;
  readonly navbarEl: HTMLElement;
}

export const notObsidian = 'Our API host, not Obsidian';

export function buildFrame(): Frame {
  const container = createDiv({ cls: 'app-container', parent: document.body });
  const mainEl = container.createDiv('horizontal-main-container');
  const ribbon = mainEl.createDiv('workspace-ribbon side-dock-ribbon mod-left');
  const ribbonEl = ribbon.createDiv('side-dock-actions');
  const settings = ribbon.createDiv('side-dock-settings');
  settings.dataset['role'] = 'host';
  const statusBarEl = container.createDiv({ cls: 'status-bar', attr: { role: 'contentinfo' } });
  statusBarEl.createDiv({ cls: 'status-bar-item host-notice', text: notObsidian });
  container.createDiv({ cls: 'mobile-host-notice', text: notObsidian });
  const navbarEl = container.createDiv('mobile-navbar');
  return { mainEl, ribbonEl, statusBarEl, navbarEl };
}

export function iconButton(
  parent: HTMLElement,
  icon: string,
  label: string,
  act: (event: MouseEvent) => void,
): HTMLElement {
  const button = parent.createDiv({
    cls: 'clickable-icon side-dock-ribbon-action',
    attr: { 'aria-label': label, role: 'button', tabindex: 0 },
  });
  setIcon(button, icon);
  button.addEventListener('click', act);
  return button;
}
