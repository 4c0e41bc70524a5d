// `window.host`: what a test can do to the page besides clicking.
import type * as Obsidian from 'obsidian';
import { openBase, type GivenBase } from './base.ts';
import { updateTimes } from '../api/code-mirror.ts';
import { loadedComponents } from '../api/component.ts';
import type { Failures } from '../api/failures.ts';
import { playDevice, type Device } from '../api/platform.ts';
import { postProcessors } from '../renderer/post-processors.ts';
import { setClockOffset } from './clock.ts';
import { activeNote, openSettings, type Desk } from './host-commands.ts';
import type { Theme } from './options.ts';
import type { PluginLoader } from './plugin-loader.ts';
import { setTheme } from './theme.ts';

declare global {
  interface Window {
    host?: HostHandle;
  }
}

export class HostHandle {
  readonly app: Obsidian.App;

  constructor(
    private readonly desk: Desk,
    private readonly loader: PluginLoader,
    /** Faults to switch on. */
    readonly failures: Failures,
    /** What a plugin gets for `require('obsidian')`. */
    readonly obsidian: object,
  ) {
    this.app = desk.app;
  }

  get plugin(): Obsidian.Plugin | null {
    return this.loader.plugin;
  }

  /** Ids of the commands that can run now. */
  commands(): string[] {
    const { registry } = this.desk;
    const view = activeNote(this.desk);
    return [...registry.commands.values()].filter((one) => registry.available(one, view)).map(({ id }) => id);
  }

  /** False if there is no such command, or not now. */
  run(id: string): boolean {
    return this.desk.registry.run(id, activeNote(this.desk));
  }

  async open(path: string, mode: 'source' | 'preview' = 'preview'): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new Error(`${path} is not in the vault`);
    await this.app.workspace.getLeaf(false).openFile(file, { state: { mode } });
  }

  openSettings(plugin?: string): void {
    const settings = openSettings(this.desk);
    if (plugin !== undefined) settings.showPlugin(plugin);
  }

  setTheme(theme: Theme): void {
    setTheme(theme, this.desk.workspace);
  }

  setDevice(device: Device): void {
    playDevice(device);
    this.desk.workspace.trigger('layout-change');
  }

  /** ms from the real time. */
  setClockOffset(ms: number): void {
    setClockOffset(ms);
  }

  reloadPlugin(): Promise<void> {
    return this.loader.reload();
  }

  unloadPlugin(): void {
    this.loader.unload();
  }

  /** Shows a plugin's view of a base in a new tab; there is no query language, the notes are given. */
  openBase(viewType: string, base: GivenBase): Promise<void> {
    return openBase(this.desk, viewType, base);
  }

  /**
   * As when the system opens `obsidian://<action>?…`. False if nobody handles the action.
   * @param isPassedOn whether a parameter `action` is passed on in its place
   */
  openUri(uri: string, isPassedOn = false): boolean {
    const { host, pathname, searchParams } = new URL(uri);
    const action = decodeURIComponent(`${host}${pathname}`.replace(/^\/+|\/+$/g, ''));
    const handler = this.desk.registry.protocolHandlers.get(action);
    const params = Object.fromEntries(searchParams);
    void handler?.(isPassedOn ? { action, ...params } : { ...params, action });
    return handler !== undefined;
  }

  /** As the app's own command line would call the plugin. */
  async cli(command: string, params: Record<string, string> = {}): Promise<string> {
    const found = this.desk.registry.cliHandlers.get(command);
    if (!found) throw new Error(`no handler for ${command}`);
    return found.handler(params);
  }

  /** ms that extensions of the editor took for each update and each measurement of it, since the last call. */
  editorTimes(): number[] {
    return updateTimes.splice(0);
  }

  /** Components that are loaded, and listeners on the app's events: equal before and after, if nothing leaks. */
  census(): { components: number; listeners: number; postProcessors: number } {
    const { vault, metadataCache, workspace } = this.app;
    const listeners = [vault, metadataCache, workspace].reduce(
      (sum, events) => sum + (events as unknown as { size: number }).size,
      0,
    );
    return { components: loadedComponents.size, listeners, postProcessors: postProcessors.length };
  }
}
