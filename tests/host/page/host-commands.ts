// The page's own commands and keys, as many as the demo needs.
import type * as Obsidian from 'obsidian';
import { MarkdownView } from '../api/markdown-view.ts';
import type { Registry } from '../api/registry.ts';
import type { Workspace } from '../api/workspace.ts';
import { CommandPalette } from './command-palette.ts';
import { iconButton, type Frame } from './frame.ts';
import { SettingsWindow } from './settings-window.ts';
import { isDark, setTheme } from './theme.ts';

export interface Desk {
  readonly app: Obsidian.App;
  readonly workspace: Workspace;
  readonly registry: Registry;
  readonly frame: Frame;
}

export function activeNote({ workspace }: Desk): MarkdownView | null {
  const view = workspace.activeLeaf?.view;
  return view instanceof MarkdownView ? view : null;
}

export function openPalette(desk: Desk): void {
  new CommandPalette(desk.app, desk.registry, activeNote(desk)).open();
}

export function openSettings(desk: Desk): SettingsWindow {
  const settings = new SettingsWindow(desk.app, desk.workspace, desk.registry);
  settings.open();
  return settings;
}

async function newNote({ app, workspace }: Desk): Promise<void> {
  let path = 'Untitled.md';
  for (let n = 1; app.vault.getFileByPath(path); n += 1) path = `Untitled ${n}.md`;
  const file = await app.vault.create(path, '');
  await workspace.getLeaf(false).openFile(file, { state: { mode: 'source' } });
}

export function addHostCommands(desk: Desk): void {
  const { app, workspace, registry, frame } = desk;
  const commands: Obsidian.Command[] = [
    {
      id: 'app:open-settings',
      name: 'Open settings',
      hotkeys: [{ modifiers: ['Mod'], key: ',' }],
      callback: () => void openSettings(desk),
    },
    {
      id: 'command-palette:open',
      name: 'Open command palette',
      hotkeys: [{ modifiers: ['Mod'], key: 'p' }],
      callback: () => openPalette(desk),
    },
    {
      id: 'markdown:toggle-preview',
      name: 'Toggle reading view',
      hotkeys: [{ modifiers: ['Mod'], key: 'e' }],
      callback: () => activeNote(desk)?.toggleMode(),
    },
    {
      id: 'editor:save-file',
      name: 'Save current file',
      hotkeys: [{ modifiers: ['Mod'], key: 's' }],
      callback: () => void activeNote(desk)?.save(),
    },
    {
      id: 'file-explorer:new-file',
      name: 'Create new note',
      hotkeys: [{ modifiers: ['Mod'], key: 'n' }],
      callback: () => void newNote(desk),
    },
    {
      id: 'app:toggle-left-sidebar',
      name: 'Toggle left sidebar',
      callback: () => workspace.leftSplit.toggle(),
    },
    {
      id: 'app:toggle-right-sidebar',
      name: 'Toggle right sidebar',
      callback: () => workspace.rightSplit.toggle(),
    },
    { id: 'workspace:close', name: 'Close current tab', callback: () => workspace.activeLeaf?.detach() },
    {
      id: 'theme:switch',
      name: 'Toggle light/dark mode',
      callback: () => setTheme(isDark() ? 'light' : 'dark', workspace),
    },
  ];
  for (const command of commands) {
    registry.commands.set(command.id, command);
    for (const { modifiers, key } of command.hotkeys ?? []) {
      app.scope.register(modifiers, key, () => {
        registry.run(command.id, activeNote(desk));
        return false;
      });
    }
  }
  const { mainEl, ribbonEl, navbarEl } = frame;
  const run = (id: string) => () => void registry.run(id, activeNote(desk));
  iconButton(ribbonEl, 'terminal', 'Open command palette', run('command-palette:open'));
  const below = mainEl.querySelector<HTMLElement>('.side-dock-settings');
  if (below) {
    iconButton(below, 'sun', 'Toggle light/dark mode', run('theme:switch'));
    iconButton(below, 'settings', 'Settings', run('app:open-settings'));
  }
  iconButton(navbarEl, 'panel-left', 'Files', run('app:toggle-left-sidebar'));
  iconButton(navbarEl, 'plus', 'New note', run('file-explorer:new-file'));
  iconButton(navbarEl, 'terminal', 'Open command palette', run('command-palette:open'));
  iconButton(navbarEl, 'settings', 'Settings', run('app:open-settings'));
  iconButton(navbarEl, 'panel-right', 'Right sidebar', run('app:toggle-right-sidebar'));
}
