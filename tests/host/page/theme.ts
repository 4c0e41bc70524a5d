import type { Workspace } from '../api/workspace.ts';
import type { Theme } from './options.ts';

const key = 'host-theme';

export function startTheme(asked: Theme | null): Theme {
  const kept = window.localStorage.getItem(key);
  const theme = asked ?? (kept === 'dark' ? 'dark' : 'light');
  paint(theme);
  return theme;
}

export const isDark = () => document.body.hasClass('theme-dark');

function paint(theme: Theme): void {
  document.body.toggleClass('theme-dark', theme === 'dark');
  document.body.toggleClass('theme-light', theme === 'light');
}

export function setTheme(theme: Theme, workspace: Workspace): void {
  window.localStorage.setItem(key, theme);
  paint(theme);
  workspace.trigger('css-change');
}
