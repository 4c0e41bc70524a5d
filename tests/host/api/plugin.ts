// The plugin's side of the app: what it adds, and takes away again when it is unloaded.
import type * as Obsidian from 'obsidian';
import { registerPostProcessor, unregisterPostProcessor } from '../renderer/post-processors.ts';
import { editorPlugins, type ViewPlugin } from './code-mirror.ts';
import { Component } from './component.ts';
import { documented } from './documented.ts';
import { setIcon } from './icons.ts';
import { MarkdownPreviewRenderer } from './markdown-renderer.ts';
import type { Registry } from './registry.ts';

export class Plugin extends documented<Obsidian.Plugin>(Component) {
  override app: Obsidian.App;
  override manifest: Obsidian.PluginManifest;
  /** Set by the page before a plugin is made: its constructor takes the app and the manifest only. */
  static registry: Registry | null = null;
  private readonly registry: Registry;

  constructor(app: Obsidian.App, manifest: Obsidian.PluginManifest) {
    super();
    if (!Plugin.registry) throw new Error('the host has not started');
    this.app = app;
    this.manifest = manifest;
    this.registry = Plugin.registry;
  }

  override addCommand(command: Obsidian.Command): Obsidian.Command {
    const { id, name } = this.manifest;
    const own = { ...command, id: `${id}:${command.id}`, name: `${name}: ${command.name}` };
    this.registry.commands.set(own.id, own);
    this.register(() => this.registry.commands.delete(own.id));
    return own;
  }

  override removeCommand(commandId: string): void {
    this.registry.commands.delete(`${this.manifest.id}:${commandId}`);
  }

  override addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = this.registry.ribbonEl.createDiv({
      cls: 'clickable-icon side-dock-ribbon-action',
      attr: { 'aria-label': title, role: 'button', tabindex: 0 },
    });
    setIcon(button, icon);
    button.addEventListener('click', (event) => void callback(event));
    this.register(() => button.detach());
    return button;
  }

  override addStatusBarItem(): HTMLElement {
    const item = this.registry.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`);
    this.register(() => item.detach());
    return item;
  }

  override addSettingTab(tab: Obsidian.PluginSettingTab): void {
    this.registry.settingTabs.push(tab);
    // An app from 1.13 on asks for the definitions at once, for its search.
    if ('update' in tab) tab.update();
    this.register(() => this.registry.settingTabs.splice(this.registry.settingTabs.indexOf(tab), 1));
  }

  override registerView(type: string, creator: Obsidian.ViewCreator): void {
    this.registry.views.register(type, creator);
    this.register(() => this.registry.views.unregister(type));
  }

  override registerBasesView(viewId: string, registration: Obsidian.BasesViewRegistration): boolean {
    this.registry.basesViews.set(viewId, registration);
    this.register(() => this.registry.basesViews.delete(viewId));
    return true;
  }

  override registerHoverLinkSource(id: string, info: Obsidian.HoverLinkSource): void {
    this.registry.hoverSources.set(id, info);
    this.register(() => this.registry.hoverSources.delete(id));
  }

  override registerObsidianProtocolHandler(action: string, handler: Obsidian.ObsidianProtocolHandler): void {
    this.registry.protocolHandlers.set(action, handler);
    this.register(() => this.registry.protocolHandlers.delete(action));
  }

  override registerCliHandler(
    command: string,
    description: string,
    flags: Obsidian.CliFlags | null,
    handler: Obsidian.CliHandler,
  ): void {
    this.registry.cliHandlers.set(command, { description, flags, handler });
    this.register(() => this.registry.cliHandlers.delete(command));
  }

  override registerMarkdownPostProcessor(
    process: Obsidian.MarkdownPostProcessor,
    sortOrder?: number,
  ): Obsidian.MarkdownPostProcessor {
    registerPostProcessor(process, sortOrder);
    this.register(() => unregisterPostProcessor(process));
    return process;
  }

  override registerMarkdownCodeBlockProcessor(
    language: string,
    handler: (source: string, el: HTMLElement, context: Obsidian.MarkdownPostProcessorContext) => unknown,
    sortOrder?: number,
  ): Obsidian.MarkdownPostProcessor {
    const process = MarkdownPreviewRenderer.createCodeBlockPostProcessor(language, handler);
    return this.registerMarkdownPostProcessor(process, sortOrder);
  }

  override registerEditorExtension(extension: unknown): void {
    const plugins = [extension].flat(Infinity) as ViewPlugin[];
    for (const one of plugins) editorPlugins.add(one);
    this.register(() => plugins.forEach((one) => editorPlugins.delete(one)));
  }

  override async loadData(): Promise<unknown> {
    return this.registry.loadData(this.manifest.id);
  }

  override async saveData(data: unknown): Promise<void> {
    await this.registry.saveData(this.manifest.id, data);
  }

  override onUserEnable(): void {}
}
