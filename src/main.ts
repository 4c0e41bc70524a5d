// The plugin's entry point for Obsidian: lifecycle and wiring only.
import { getLanguage, Notice, Platform, Plugin, requireApiVersion } from 'obsidian';
import { lostPresets } from './core/study/decks/named-presets.ts';
import { Flashcards } from './app/flashcards.ts';
import { learnGlued, startGlued } from './app/transfer/glued-separators.ts';
import { PackageImport } from './app/transfer/package-import.ts';
import { SrDetector } from './app/transfer/sr-detector.ts';
import { SrImport } from './app/transfer/sr-import.ts';
import { changedData, parseSettings, type Settings } from './core/settings.ts';
import type { Message } from './core/text/message.ts';
import { messagesText } from './locale/catalogs.ts';
import { actions, openAddress } from './ui/shell/addresses.ts';
import { cliVerbs, runVerb } from './ui/shell/cli-verbs.ts';
import { CardListView, cardListViewType } from './ui/card-list/card-list-view.ts';
import { registerCardBlock } from './ui/blocks/card-block.ts';
import { registerBase } from './ui/bases/register-base.ts';
import { addCommands, type CommandHost } from './ui/shell/commands.ts';
import { showReminders } from './ui/shell/reminder.ts';
import type { Starting } from './ui/shell/desk.ts';
import { startProblem } from './ui/shell/draw-when-ready.ts';
import { hoverSource } from './ui/rendered/follow-links.ts';
import { buildLocale, type Locale } from './ui/locale.ts';
import { addMenus } from './ui/menus/add-menus.ts';
import { addPictureMenu } from './ui/occlusion/open-editor.ts';
import { addMemoryMarks } from './ui/memory/memory-marks.ts';
import { ReviewView, reviewViewType } from './ui/review/review-view.ts';
import { addSelfTests } from './ui/self-test/self-tests.ts';
import { Screens, sidebarViewType } from './ui/shell/screens.ts';
import { welcome } from './ui/sidebar/first-page.ts';
import { SidebarView } from './ui/sidebar/sidebar-view.ts';
import { SettingsPage } from './ui/settings/settings-page.ts';
import { StatisticsView, statisticsViewType } from './ui/statistics/statistics-view.ts';
import { showInStatusBar } from './ui/shell/status-bar.ts';
import { TidyView, tidyViewType } from './ui/tidy/tidy-view.ts';
import { deviceClock, deviceRandom, deviceTimer } from './vault/device.ts';
import { clearGoneCaches, databaseName, indexCache, type VaultCache } from './vault/index-cache.ts';
import { noteLinks } from './vault/links.ts';
import { vaultLocalStore } from './vault/local-store.ts';
import { vaultLogFiles } from './vault/log-files.ts';
import { newFiles } from './vault/new-files.ts';
import { noteFiles } from './vault/notes.ts';
import { hasSrSettings } from './vault/sr-settings.ts';
import { readTemplateFolders } from './vault/template-folders.ts';
import { type VaultListener, watchVault } from './vault/watch-vault.ts';

export default class NoteFlashcardsPlugin extends Plugin {
  #screens: Screens | null = null;
  #isUnloaded = false;
  #ribbonEl: HTMLElement | null = null;
  #caches: readonly Pick<VaultCache, 'clear' | 'close'>[] = [];

  override onload(): void {
    const language = getLanguage();
    const locale = buildLocale(language, messagesText(language));
    const ready = new Promise<Screens>((resolve, reject) => {
      this.app.workspace.onLayoutReady(() => {
        this.#start(locale).then((screens) => screens && resolve(screens), reject);
      });
    });
    ready.catch((error: unknown) => {
      console.error(error);
      new Notice(startProblem(locale, error), 0);
    });
    const withScreens = (run: (screens: Screens) => unknown): void => {
      ready.then(run, (error: unknown) => new Notice(startProblem(locale, error)));
    };
    const starting: Starting = { locale, ready };
    this.registerView(sidebarViewType, (leaf) => new SidebarView(leaf, starting));
    this.registerView(cardListViewType, (leaf) => new CardListView(leaf, starting));
    this.registerView(tidyViewType, (leaf) => new TidyView(leaf, starting));
    this.registerView(reviewViewType, (leaf) => new ReviewView(leaf, starting));
    registerBase(this, starting);
    registerCardBlock(this, starting);
    this.registerView(statisticsViewType, (leaf) => new StatisticsView(leaf, starting));
    this.registerHoverLinkSource(hoverSource, { display: this.manifest.name, defaultMod: false });
    this.addSettingTab(new SettingsPage(this.app, this, starting));
    addPictureMenu(this, starting);
    addMenus(this, locale, () => this.#screens);
    addSelfTests(this, starting);
    addMemoryMarks(this, starting);
    addCommands({
      locale,
      addCommand: (command) => this.addCommand(command),
      activeFile: () => this.app.workspace.getActiveFile(),
      withScreens,
      screens: () => this.#screens,
    });
    this.#openFromOutside(locale, ready, withScreens);
    this.#ribbonEl = this.addRibbonIcon('layers', locale.main.name, () => {
      withScreens((screens) => screens.openFromRibbon());
    });
  }

  override onunload(): void {
    this.#isUnloaded = true;
    const screens = this.#screens;
    if (!screens) return;
    screens.close();
    void screens.flashcards.flush().finally(() => this.#closeCaches());
    screens.flashcards.close();
  }

  override async onExternalSettingsChange(): Promise<void> {
    const screens = this.#screens;
    if (!screens) return;
    const { flashcards, locale } = screens;
    const before = flashcards.settings.decks;
    await flashcards.useSettings(await this.#readSettings(locale));
    for (const name of lostPresets(before, flashcards.settings.decks))
      screens.tell(locale.decks.deleted(name));
  }

  /** Null if the plugin was unloaded in the meantime. */
  async #start(locale: Locale): Promise<Screens | null> {
    const { vault } = this.app;
    const logs = vaultLogFiles(vault.adapter, () => vault.getMarkdownFiles().map(({ path }) => path));
    const files = new SrDetector(noteFiles(this.app));
    const store = vaultLocalStore(this.app);
    const database = databaseName(this.manifest.id, store, deviceRandom);
    const [cache, logCache] = [indexCache(database), indexCache(`${database} logs`)];
    const historyCache = indexCache<Uint8Array>(`${database} history`);
    this.#caches = [cache, logCache, historyCache];
    // If this fails, as in a window without storage, the next start retries.
    void clearGoneCaches(this.manifest.id, database, deviceClock.now()).catch(() => undefined);
    const tell = (message: Message): void => void new Notice(locale.say(message));
    // Each is a way to the drive: on phones, they are waited for together.
    const [isTheirs, templateFolders] = await Promise.all([
      hasSrSettings(this.app),
      readTemplateFolders(this.app),
    ]);
    if (isTheirs) await startGlued(this, tell);
    const cards = await Flashcards.open(
      {
        files,
        links: noteLinks(this.app),
        logs,
        store,
        clock: deviceClock,
        random: deviceRandom,
        after: deviceTimer,
        tell,
        cache,
        logCache,
        historyCache,
        version: this.manifest.version,
        templateFolders,
      },
      await this.#readSettings(locale),
    );
    if (this.#isUnloaded) {
      cards.close();
      this.#closeCaches();
      return null;
    }
    this.#flushInTime(cards);
    let saving: Promise<void> = Promise.resolve();
    const saveSettings = (settings: Settings): Promise<void> => {
      const before = cards.settings;
      const after = cards.changedSettings(settings);
      // One after the other: each reads what the previous one wrote.
      const saved = saving.then(async () => {
        const data = changedData(await this.loadData(), before, after);
        await this.saveData(data);
        await cards.useSettings(parseSettings(data).settings);
      });
      saving = saved.catch(() => undefined);
      return saved;
    };
    files.onComment(() => {
      saving = saving.then(() => learnGlued(cards, this, tell)).catch(() => undefined);
    });
    const listener: VaultListener = {
      touch: (path) => cards.touch(path),
      linksChanged: () => cards.linksChanged(),
      renamed: (from, to) => {
        const { general } = cards.settings;
        // Renaming the history folder also changes the setting.
        if (!cards.renamed(from, to)) return;
        void saveSettings({ ...cards.settings, general: { ...general, folder: cards.history.folder } });
      },
    };
    for (const event of watchVault(this.app, listener)) this.registerEvent(event);
    const schedules = new SrImport(
      { files, clock: deviceClock, after: deviceTimer, settled: () => saving },
      cards,
    );
    const slices = { clock: deviceClock, after: deviceTimer };
    const screens = new Screens({
      app: this.app,
      locale,
      flashcards: cards,
      logs,
      schedules,
      packageImport: (opened) =>
        new PackageImport({ files, vault: newFiles(this.app), ...slices }, cards, opened),
      slices,
      hasForeignSchedules: () => files.isThere(store),
      saveSettings,
      clearCaches: () => this.#clearCaches(),
    });
    this.#screens = screens;
    if (Platform.isDesktop) this.register(showInStatusBar(screens, this.addStatusBarItem()));
    if (this.#ribbonEl) this.register(showReminders(screens, this.#ribbonEl, () => screens.isPaused));
    this.registerEvent(this.app.metadataCache.on('changed', ({ path }) => screens.noteSaved(path)));
    void Promise.all([cards.index(), whenKnown(cards)]).then(() => {
      if (this.#isUnloaded) return;
      welcome(screens, store, files.takeOffer(store, cards.history.cards.values()));
    });
    return screens;
  }

  async #clearCaches(): Promise<void> {
    await Promise.all(this.#caches.map((cache) => cache.clear()));
  }

  #closeCaches(): void {
    for (const cache of this.#caches) cache.close();
  }

  async #readSettings({ main }: Locale): Promise<Settings> {
    const { settings, wrong } = parseSettings(await this.loadData());
    if (wrong.length > 0) new Notice(main.problems.settings(wrong));
    return settings;
  }

  #openFromOutside(locale: Locale, ready: Promise<Screens>, withScreens: CommandHost['withScreens']): void {
    for (const name of ['', ...actions.map((action) => `/${action}`)])
      this.registerObsidianProtocolHandler(this.manifest.id + name, (params) => {
        withScreens((screens) => openAddress(screens, params));
      });
    for (const [name, verb] of Object.entries(cliVerbs(locale))) {
      if (requireApiVersion('1.12.2'))
        this.registerCliHandler(`${this.manifest.id}:${name}`, verb.about, verb.flags, async (params) =>
          runVerb(await ready, verb, params),
        );
    }
  }

  /** A phone may kill the app without notice once it is hidden. */
  #flushInTime(cards: Flashcards): void {
    const flush = (): void => void cards.flush();
    this.registerDomEvent(window, 'pagehide', flush);
    this.registerDomEvent(activeDocument, 'visibilitychange', () => {
      if (activeDocument.visibilityState === 'hidden') flush();
    });
    this.registerEvent(this.app.workspace.on('quit', (tasks) => tasks.add(() => cards.flush())));
  }
}

/** Resolves once no log is pending. */
function whenKnown(cards: Flashcards): Promise<void> {
  return new Promise((resolve) => {
    const stop = cards.onChange(() => done());
    const done = (): void => {
      if (cards.knowledge !== 'known') return;
      stop();
      resolve();
    };
    done();
  });
}
