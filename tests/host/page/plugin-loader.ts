// Loads the built plugin as the app does: CommonJS, and `require` knows one name.
import type * as Obsidian from 'obsidian';
import type { Component } from '../api/component.ts';

interface PluginModule {
  exports: { default?: new (app: Obsidian.App, manifest: Obsidian.PluginManifest) => Obsidian.Plugin };
}

type Definition = (require: (name: string) => unknown, module: PluginModule, exports: object) => void;

declare global {
  interface Window {
    /** Called by the script that holds main.js. */
    hostDefinePlugin?: (definition: Definition) => void;
  }
}

async function fetchDefinition(round: number): Promise<Definition> {
  return new Promise((resolve, reject) => {
    window.hostDefinePlugin = resolve;
    const script = createEl('script', { attr: { src: `/plugin/main.js?${round}` } });
    script.addEventListener('error', () => reject(new Error('main.js could not be loaded; is it built?')));
    document.head.appendChild(script);
    script.addEventListener('load', () => script.remove());
  });
}

function loadStyles(round: number): Promise<HTMLElement> {
  return new Promise((resolve, reject) => {
    const link = createEl('link', {
      parent: document.head,
      attr: { rel: 'stylesheet', href: `/plugin/styles.css?${round}` },
    });
    link.addEventListener('load', () => resolve(link));
    link.addEventListener('error', () => reject(new Error('styles.css could not be loaded')));
  });
}

export class PluginLoader {
  plugin: Obsidian.Plugin | null = null;
  private stylesEl: HTMLElement | null = null;
  private round = 0;

  constructor(
    private readonly app: Obsidian.App,
    private readonly module: object,
  ) {}

  /** Resolves when `onload` is done; rejects with its error. */
  async load(): Promise<void> {
    const manifest = (await (await fetch('/plugin/manifest.json')).json()) as Obsidian.PluginManifest;
    this.round += 1;
    // Before anything is drawn, as in the app: what is measured later has its size from the start.
    this.stylesEl = await loadStyles(this.round);
    const definition = await fetchDefinition(this.round);
    const module: PluginModule = { exports: {} };
    const require = (name: string) => {
      if (name === 'obsidian') return this.module;
      throw new Error(`main.js requires "${name}"; only "obsidian" can be required here.`);
    };
    definition(require, module, module.exports);
    const Main = module.exports.default;
    if (!Main) throw new Error('main.js exports no plugin');
    this.plugin = new Main(this.app, { ...manifest, dir: `.obsidian/plugins/${manifest.id}` });
    this.plugin.load();
    await (this.plugin as unknown as Component).loading;
  }

  unload(): void {
    this.plugin?.unload();
    this.plugin = null;
    this.stylesEl?.remove();
  }

  async reload(): Promise<void> {
    this.unload();
    await this.load();
  }
}
