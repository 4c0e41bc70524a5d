// What every end-to-end test needs: a copy of a vault, the server over it, a browser, and a page that is ready.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { findChromium, noChromium } from '../../scripts/chromium.mjs';
import type { PageBundle } from '../host/server/bundle-page.ts';
import { startServer, type RunningServer } from '../host/server/server.ts';
import type { HostHandle } from '../host/page/host-handle.ts';
import { eventually, soon } from './soon.ts';

const root = resolve(import.meta.dirname, '..', '..');
const sampleVault = join(root, 'tests', 'fixtures', 'vault');
const screenshots = join(root, 'artifacts', 'screenshots');

/**
 * What the browser leaves out. The pages that it loads for the list under its address bar took as long at each new page as
 * our own page does. A switch given here replaces the list of Playwright, so what touches pages and the network stands
 * here too.
 */
const featuresOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

declare global {
  interface Window {
    host?: HostHandle;
  }
}

const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  tablet: { width: 768, height: 1024 },
} as const;

export interface PageOptions {
  readonly theme?: 'light' | 'dark';
  readonly viewport?: keyof typeof sizes | { readonly width: number; readonly height: number };
  /** Further parameters of the page's address: api, clock, cache, note, mode, plugin, device. */
  readonly params?: Readonly<Record<string, string>>;
  /** Where the page is; without it, at the vault's own server. */
  readonly at?: string;
}

/** As the run of tests has bundled it; bundled here for programs that are no tests. */
async function hostPage(): Promise<PageBundle> {
  const kept = process.env['HOST_PAGE'];
  if (kept !== undefined) return JSON.parse(await readFile(kept, 'utf8')) as PageBundle;
  const { bundlePage } = await import('../host/server/bundle-page.ts');
  return bundlePage();
}

/** The browser and the bundled page, shared by the tests of one file. */
export class Harness {
  private constructor(
    private readonly browser: Browser,
    private readonly bundle: PageBundle,
  ) {}

  static async start(): Promise<Harness> {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error(noChromium());
    if (!existsSync(join(root, 'main.js'))) throw new Error('No main.js: run `npm run build` first.');
    // Each launch has a profile of its own, in a folder that goes with it.
    const browser = await chromium.launch({
      executablePath,
      headless: true,
      args: [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${featuresOff.join(',')}`,
      ],
    });
    return new Harness(browser, await hostPage());
  }

  /**
   * A vault of its own for one test: a copy of `folder`, or just the files given. `plugin` is a folder with a built
   * plugin; without it, the one of this repository. `context` is what the browser plays, as a touch screen.
   */
  async openVault(
    folder: string | Readonly<Record<string, string>> = sampleVault,
    plugin = root,
    context: BrowserContextOptions = {},
  ): Promise<TestVault> {
    const path = await mkdtemp(join(tmpdir(), 'vault-'));
    if (typeof folder === 'string') await cp(folder, path, { recursive: true });
    else for (const [name, text] of Object.entries(folder)) await put(join(path, name), text);
    // As after a first run: the setting that its schedules turn on is saved while a test saves others.
    if (folder === sampleVault) await put(join(path, pluginData), '{"cards":{"gluedSeparators":true}}');
    const server = await startServer({ vault: path, page: this.bundle, plugin, port: 0 });
    return new TestVault(path, server, await this.browser.newContext(context));
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}

const pluginData = '.obsidian/plugins/note-flashcards/data.json';

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** A folder of notes with its server, and a browser context with its own local storage. */
export class TestVault {
  constructor(
    readonly path: string,
    private readonly server: RunningServer,
    private readonly context: BrowserContext,
  ) {}

  get url(): string {
    return this.server.url;
  }

  /** A page that is ready: the plugin has loaded, the tabs are open. */
  async open(options: PageOptions = {}): Promise<HostPage> {
    const { theme = 'light', viewport = 'desktop', params = {}, at = this.server.url } = options;
    const page = await this.context.newPage();
    await page.setViewportSize(typeof viewport === 'string' ? sizes[viewport] : viewport);
    const opened = new HostPage(page);
    await page.goto(`${at}?${new URLSearchParams({ theme, ...params }).toString()}`);
    await opened.ready();
    return opened;
  }

  /** Writes a file on disk, as another program would. */
  async save(path: string, text: string): Promise<void> {
    await put(join(this.path, path), text);
  }

  read(path: string): Promise<string> {
    return readFile(join(this.path, path), 'utf8');
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.path, path), { recursive: true });
  }

  /** Moves a file or folder on disk. */
  async move(from: string, to: string): Promise<void> {
    await rename(join(this.path, from), join(this.path, to));
  }

  /** Paths of all files, sorted; hidden ones too. */
  async files(): Promise<string[]> {
    const found = await readdir(this.path, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.path.length + 1))
      .sort();
  }

  /** The bytes of every file outside `Flashcards/` and the plugin's own folder, to show that none has changed. */
  async snapshot(): Promise<Record<string, string>> {
    const notes = (await this.files()).filter((path) => !/^(Flashcards|\.obsidian)\//.test(path));
    const bytes = await Promise.all(
      notes.map(async (path) => (await readFile(join(this.path, path))).toString('base64')),
    );
    return Object.fromEntries(notes.map((path, i) => [path, bytes[i] ?? '']));
  }

  /** Has each page write what waits for its log, as it does when the app quits. */
  async writeLogs(): Promise<void> {
    const write = (): void => {
      window.host?.app.workspace.trigger('quit', { add: (run: () => Promise<unknown>) => void run() });
    };
    // A page that is closing or loading has nothing to write.
    await Promise.all(this.context.pages().map((page) => page.evaluate(write).catch(() => undefined)));
  }

  /** The text of every log, by path, with what waited a moment ago. Ask again if it throws: a file may go while its folder is being listed. */
  async logs(folder = 'Flashcards'): Promise<Record<string, string>> {
    await this.writeLogs();
    const paths = (await this.files()).filter((path) => path.startsWith(`${folder}/log/`));
    return Object.fromEntries(
      await Promise.all(paths.map(async (path) => [path, await this.read(path)] as const)),
    );
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.close();
    // The page may still have been writing when it was closed.
    await rm(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A page of the host, with all that went wrong on it. */
export class HostPage {
  /** Uncaught errors and lines that the console shows in red. */
  readonly errors: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.errors.push(String(error.stack ?? error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector('body[data-host]', { state: 'attached' });
    const state = await this.page.getAttribute('body', 'data-host');
    if (state !== 'ready') throw new Error(`The page could not start:\n${this.errors.join('\n')}`);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Runs a command as soon as it is there. */
  async run(id: string): Promise<void> {
    await eventually(
      () => this.page.evaluate((command) => window.host?.run(command), id),
      `the command ${id} is there`,
    );
  }

  /** Waits until the vault of the page knows a file that another program made, or that it is gone. */
  async knows(path: string, isThere = true): Promise<void> {
    await this.page.waitForFunction(
      ([name, there]) => (window.host?.app.vault.getFileByPath(name) !== null) === there,
      [path, isThere] as const,
    );
  }

  /** Path of the note in front. */
  activePath(): Promise<string | undefined> {
    return this.page.evaluate(() => window.host?.app.workspace.getActiveFile()?.path);
  }

  /** What is loaded and listens in the page, once it stays the same for a while: things start in their own time. */
  async census(): Promise<unknown> {
    let [last, same] = ['', 0];
    await soon(async () => {
      const now = JSON.stringify(await this.page.evaluate(() => window.host?.census()));
      same = now === last ? same + 1 : 0;
      last = now;
      if (same < 10) throw new Error('components and listeners keep coming and going');
    });
    return JSON.parse(last);
  }

  /** Moves the pointer onto something, again if need be, until its preview is shown. */
  async preview(link: Locator, text = ''): Promise<void> {
    await soon(async () => {
      await this.page.mouse.move(0, 0);
      await link.hover();
      await this.page.locator('.hover-popover', { hasText: text }).waitFor({ timeout: 3000 });
    });
  }

  /** Waits until the tabs that are open now would be open after a reload too. */
  async layoutSaved(part: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => JSON.stringify(window.host?.app.loadLocalStorage('host-layout') ?? '').includes(wanted),
      part,
    );
  }

  async openNote(path: string, mode: 'source' | 'preview' = 'preview'): Promise<void> {
    await this.page.evaluate(async ([note, how]) => window.host?.open(note, how), [path, mode] as const);
  }

  /** As PNG under artifacts/screenshots, for a person to look at. */
  async screenshot(name: string): Promise<string> {
    const path = join(screenshots, `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }
}
