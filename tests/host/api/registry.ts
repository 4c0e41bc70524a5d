// What plugins have added, where the page finds it; and where their settings are kept.
import type * as Obsidian from 'obsidian';
import type { HostAdapter } from './adapter.ts';
import type { ViewTypes } from './view-types.ts';

interface CliCommand {
  readonly description: string;
  readonly flags: Obsidian.CliFlags | null;
  readonly handler: Obsidian.CliHandler;
}

export class Registry {
  readonly commands = new Map<string, Obsidian.Command>();
  readonly settingTabs: Obsidian.PluginSettingTab[] = [];
  readonly hoverSources = new Map<string, Obsidian.HoverLinkSource>();
  readonly protocolHandlers = new Map<string, Obsidian.ObsidianProtocolHandler>();
  readonly basesViews = new Map<string, Obsidian.BasesViewRegistration>();
  readonly cliHandlers = new Map<string, CliCommand>();
  private ownWrite: number | null = null;

  constructor(
    readonly views: ViewTypes,
    readonly ribbonEl: HTMLElement,
    readonly statusBarEl: HTMLElement,
    private readonly adapter: HostAdapter,
  ) {}

  static dataPath(id: string): string {
    return `.obsidian/plugins/${id}/data.json`;
  }

  async loadData(id: string): Promise<unknown> {
    const path = Registry.dataPath(id);
    if (!(await this.adapter.exists(path))) return null;
    return JSON.parse(await this.adapter.read(path)) as unknown;
  }

  async saveData(id: string, data: unknown): Promise<void> {
    const path = Registry.dataPath(id);
    if (!(await this.adapter.exists(path))) await this.adapter.mkdir(path.slice(0, path.lastIndexOf('/')));
    await this.adapter.write(path, JSON.stringify(data, null, 2));
    this.ownWrite = (await this.adapter.stat(path))?.mtime ?? null;
  }

  /** Whether a change of the settings file, at `mtime`, came from elsewhere. */
  isForeign(mtime: number): boolean {
    return mtime !== this.ownWrite;
  }

  /** Runs a command if it is there and may run now; editor commands need a note in edit mode. */
  run(id: string, view: Obsidian.MarkdownView | null): boolean {
    const command = this.commands.get(id);
    if (!command || !this.available(command, view)) return false;
    if (command.editorCheckCallback && view) command.editorCheckCallback(false, view.editor, view);
    else if (command.editorCallback && view) void command.editorCallback(view.editor, view);
    else if (command.checkCallback) command.checkCallback(false);
    else void command.callback?.();
    return true;
  }

  available(command: Obsidian.Command, view: Obsidian.MarkdownView | null): boolean {
    if (command.editorCheckCallback || command.editorCallback) {
      if (!view || view.getMode() !== 'source') return false;
      return command.editorCheckCallback?.(true, view.editor, view) !== false;
    }
    // As in the app, only a value that is true makes the command available.
    return command.checkCallback ? command.checkCallback(true) === true : true;
  }
}
