// Starts the page: the app's objects, the plugin, the vault, the tabs; in the order in which the app does it.
import { HostAdapter } from '../api/adapter.ts';
import { App } from '../api/app.ts';
import { atLeast, completeFromDocs, guarded, guardedModule } from '../api/complete-from-docs.ts';
import { Failures } from '../api/failures.ts';
import { FileManager } from '../api/file-manager.ts';
import { ImageView } from '../api/file-view.ts';
import { showPagePreviews } from '../api/hover-popover.ts';
import { renderHost } from '../api/markdown-renderer.ts';
import { MarkdownView } from '../api/markdown-view.ts';
import { Menu } from '../api/menu.ts';
import { MetadataCache } from '../api/metadata-cache.ts';
import { Notice } from '../api/notice.ts';
import { obsidianModule } from '../api/obsidian-module.ts';
import { playDevice } from '../api/platform.ts';
import { Plugin } from '../api/plugin.ts';
import { Registry } from '../api/registry.ts';
import { showTooltips } from '../api/tooltip.ts';
import { Vault } from '../api/vault.ts';
import { ViewTypes } from '../api/view-types.ts';
import { Workspace } from '../api/workspace.ts';
import { layoutOf, type Layout } from '../api/workspace-layout.ts';
import { SearchView } from './search-view.ts';
import { extendGlobals } from '../dom/globals.ts';
import { extendPrototypes } from '../dom/prototypes.ts';
import type { Change } from '../protocol.ts';
import { partOf } from '../renderer/embeds.ts';
import { renderMarkdown } from '../renderer/render-note.ts';
import type { ApiDocs } from '../server/api-docs.ts';
import { setClockOffset } from './clock.ts';
import { Connection } from './connection.ts';
import { FileExplorerView } from './file-explorer.ts';
import { buildFrame, notObsidian } from './frame.ts';
import { addHostCommands, type Desk } from './host-commands.ts';
import { HostHandle } from './host-handle.ts';
import { readOptions, type HostOptions } from './options.ts';
import { PluginLoader } from './plugin-loader.ts';
import { quitTasks } from './quit.ts';
import { startTheme } from './theme.ts';

/** Put in by the bundler. */
declare const API_DOCS: ApiDocs;

function deviceOfWindow(): 'desktop' | 'phone' {
  return window.innerWidth <= 600 ? 'phone' : 'desktop';
}

function addViews(views: ViewTypes): void {
  views.register('markdown', (leaf) => new MarkdownView(leaf));
  views.register('image', (leaf) => new ImageView(leaf));
  views.register('search', (leaf) => new SearchView(leaf));
  views.register('file-explorer', (leaf) => new FileExplorerView(leaf));
}

function firstLayout(vault: Vault, { note, mode }: HostOptions): Layout {
  const notes = vault
    .getMarkdownFiles()
    .map(({ path }) => path)
    .sort();
  const path =
    note ?? notes.find((one) => /(^|\/)(start here|welcome|home|llama)\.md$/i.test(one)) ?? notes[0];
  const leaves = path === undefined ? [] : [{ type: 'markdown', state: { file: path, mode } }];
  return layoutOf(leaves, document.body.hasClass('is-phone'));
}

async function start(): Promise<void> {
  const options = readOptions(window.location.search);
  setClockOffset(options.clock);
  extendPrototypes();
  extendGlobals();
  startTheme(options.theme);
  document.body.addClass(`host-look-${options.look}`);
  playDevice(options.device === 'auto' ? deviceOfWindow() : options.device);
  // The app has had it on phones since 1.11.
  document.body.toggleClass('is-floating-nav', atLeast(options.apiVersion, '1.11.0'));
  showTooltips();

  document.documentElement.lang = options.language;
  document.documentElement.dir = options.dir;
  const module = obsidianModule(options.apiVersion, options.language);
  completeFromDocs(API_DOCS, module, options.apiVersion);
  const obsidian = guardedModule(API_DOCS, module, options.apiVersion);

  const connection = await Connection.open();
  document.title = `${connection.info.vaultName} – ${notObsidian}`;
  const failures = new Failures();
  for (const path of options.hang) failures.hang(path);
  for (const path of options.unreadable) failures.unreadable.add(path);
  const adapter = new HostAdapter(connection, failures);
  const frame = buildFrame();
  const views = new ViewTypes();
  addViews(views);
  const registry = new Registry(views, frame.ribbonEl, frame.statusBarEl, adapter);
  const app = guarded(new App(connection.info.vaultId), 'App', API_DOCS);
  const vault = guarded(new Vault(adapter), 'Vault', API_DOCS);
  const cache = guarded(new MetadataCache(vault), 'MetadataCache', API_DOCS);
  const workspace = guarded(new Workspace(app, views, frame.mainEl), 'Workspace', API_DOCS);
  const fileManager = guarded(new FileManager(vault, cache), 'FileManager', API_DOCS);
  Object.assign(app, { vault, metadataCache: cache, workspace, fileManager });
  Plugin.registry = registry;
  Menu.keymap = app.keymap;
  Object.assign(renderHost, { app, failures });
  showPagePreviews(app, registry.hoverSources, async (file, subpath, el, component) => {
    const text = partOf(await vault.cachedRead(file), subpath, cache.getFileCache(file)) ?? '';
    el.addClass('markdown-rendered');
    await renderMarkdown({ app, markdown: text, el, sourcePath: file.path, component });
  });

  const desk: Desk = { app, workspace, registry, frame };
  addHostCommands(desk);
  const loader = new PluginLoader(app, obsidian);
  window.host = new HostHandle(desk, loader, failures, obsidian);

  const early: Change[] = [];
  let take = (change: Change) => void early.push(change);
  await connection.listen((changes) => changes.forEach((change) => take(change)));
  if (options.plugin) {
    await loader.load().catch((error: unknown) => {
      reportError(error);
      new Notice('The plugin could not be loaded. The console of the browser has the reason.', 0);
    });
  }
  await vault.load(vault, await adapter.tree());
  take = (change) => {
    vault.reconcile(change);
    settingsChanged(change, loader, registry);
  };
  early.forEach(take);
  if (options.cache === 'warm') await cache.load(false);
  const kept = options.note === null ? (app.loadLocalStorage('host-layout') as Layout | null) : null;
  await workspace.newLeaf(workspace.leftSplit).setViewState({ type: 'file-explorer' });
  await workspace.start(kept ?? firstLayout(vault, options));
  closeDrawers(desk);
  document.body.dataset['host'] = 'ready';
  if (options.cache === 'cold') await cache.load(true);
  listenToWindow(desk, options);
}

function settingsChanged({ path, entry }: Change, { plugin }: PluginLoader, registry: Registry): void {
  if (!plugin || !entry || path !== Registry.dataPath(plugin.manifest.id)) return;
  if (registry.isForeign(entry.mtime)) void plugin.onExternalSettingsChange?.();
}

/** On a phone the sidebars are drawers over the note: they close when the note is touched or becomes active. */
function closeDrawers({ workspace }: Desk): void {
  const close = () => {
    if (!document.body.hasClass('is-phone')) return;
    workspace.leftSplit.collapse();
    workspace.rightSplit.collapse();
  };
  workspace.middle.containerEl.addEventListener('pointerdown', close);
  workspace.on('active-leaf-change', (leaf) => leaf?.getRoot() === workspace.rootSplit && close());
}

function listenToWindow({ workspace }: Desk, options: HostOptions): void {
  window.addEventListener('resize', () => {
    if (options.device === 'auto') playDevice(deviceOfWindow());
    workspace.trigger('resize');
    workspace.iterateAllLeaves((leaf) => leaf.onResize());
  });
  window.addEventListener('pagehide', () => workspace.quit());
  window.addEventListener('beforeunload', () => workspace.trigger('quit', quitTasks()));
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href.startsWith('obsidian:')) return;
    event.preventDefault();
    window.host?.openUri(link.href);
  });
}

start().catch((error: unknown) => {
  reportError(error);
  document.body.dataset['host'] = 'failed';
  document.body.append(`The page could not start: ${String(error)}`);
});
