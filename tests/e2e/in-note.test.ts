// Inside a card as in a note: what can be clicked there does what it does in a note, and what comes late moves nothing.
import { expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const fill = Array.from({ length: 40 }, (_, n) => `Line ${String(n)}.`).join('\n\n');
const answer = [
  'A claim[^1] about [[Other]], [[Nowhere]] and [the web](https://example.com/page), filed under #sleep/deep.',
  '- [ ] a task\n- [x] done',
  '![[Tasks]]',
  fill,
  '[^1]: The footnote.',
].join('\n\n');
const notes = {
  'A.md': `---\ntags: flashcards\n---\n## All kinds\n${answer}\n`,
  'Other.md': 'What the other note says.\n',
  'Tasks.md': '- [ ] an embedded task\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
};

async function answered(
  files: Readonly<Record<string, string>> = notes,
  options: { viewport?: 'phone'; showsAll?: boolean } = {},
): Promise<PluginPage> {
  const { showsAll = true, ...page } = options;
  const vault = await bench.openVault(files);
  const plugin = new PluginPage(await vault.open({ ...page, params: { note: 'A.md' } }));
  await plugin.studyNote();
  await plugin.reveal();
  if (showsAll && (await plugin.page.locator('.nf-answer-rest').count()) > 0) {
    await plugin.press('a');
    await plugin.page.locator('.nf-answer-rest').waitFor({ state: 'detached' });
  }
  return plugin;
}

test("a link preview is above the review's dialog", async () => {
  const plugin = await answered();
  const { page } = plugin;
  await plugin.host.preview(page.locator('.nf-answer-text a', { hasText: 'Other' }), 'What the other note');
  const isOnTop = await page.locator('.hover-popover').evaluate((el) => {
    const { left, top, width, height } = el.getBoundingClientRect();
    return el.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isOnTop).toBe(true);
});

test('a tag opens the search for it, and the review steps aside', async () => {
  const { page } = await answered();
  await page.locator('.nf-answer-text a.tag').click();
  await page.locator('.search-query', { hasText: 'tag:#sleep/deep' }).waitFor();
  await page.locator('.nf-review').waitFor({ state: 'detached' });
  await page.locator('.nf-back').waitFor();
});

test('a footnote mark jumps to its footnote and back, within the card, also from its beginning', async () => {
  const { page, host } = await answered(notes, { showsAll: false });
  const body = page.locator('.nf-review-body');
  const footnote = page.locator('.nf-review [data-footnote-id="fn-1"]');
  const address = page.url();
  await page.locator('.nf-review .footnote-ref a').click();
  await soon(async () => expect(await body.evaluate((el) => el.scrollTop)).toBeGreaterThan(0));
  await soon(async () =>
    expect(await footnote.evaluate((el) => el.contains(document.activeElement))).toBe(true),
  );
  await page.keyboard.press('Enter');
  await soon(async () =>
    expect(
      await page.locator('.nf-review .footnote-ref').evaluate((el) => el.contains(document.activeElement)),
    ).toBe(true),
  );
  // The card is still the one that was asked, with its answer.
  await page.locator('[data-grade="3"]').waitFor();
  expect(page.url()).toBe(address);
  expect(host.errors).toEqual([]);
});

test('a link has the menu of its note, other plugins included; one to the web has its own', async () => {
  const plugin = await answered();
  const { page } = plugin;
  await page.evaluate(() => {
    const { workspace } = window.host?.app ?? {};
    workspace?.on('file-menu', (menu, file, source) => {
      menu.addItem((item) => item.setTitle(`${file.path} by ${source}`));
    });
    workspace?.on('url-menu', (menu, url) => {
      menu.addItem((item) => item.setTitle(`For ${url}`));
    });
  });
  const close = async () => {
    await page.keyboard.press('Escape');
    await page.locator('.menu').waitFor({ state: 'detached' });
  };
  await page.locator('.nf-answer-text a', { hasText: 'Other' }).click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Other.md by link-context-menu' }).waitFor();
  await close();
  await page.locator('.nf-answer-text a', { hasText: 'the web' }).click({ button: 'right' });
  await page.locator('.menu-item', { hasText: 'Copy URL' }).waitFor();
  await page.locator('.menu-item', { hasText: 'For https://example.com/page' }).waitFor();
  await close();
  // A page that is not there has no menu of a file, and the review stays.
  await page.locator('.nf-answer-text a', { hasText: 'Nowhere' }).click({ button: 'right' });
  expect(await page.locator('.menu').count()).toBe(0);
  await page.locator('[data-grade="3"]').waitFor();
});

test("a task's checkbox does nothing and looks disabled, in an embedded note too", async () => {
  const { page } = await answered();
  const boxes = page.locator('.nf-answer-text input[type="checkbox"]');
  await soon(async () => expect(await boxes.count()).toBe(3));
  const states = () => boxes.evaluateAll((all) => (all as HTMLInputElement[]).map((box) => box.checked));
  await soon(async () =>
    expect(await boxes.evaluateAll((all) => all.map((box) => getComputedStyle(box).pointerEvents))).toEqual([
      'none',
      'none',
      'none',
    ]),
  );
  await soon(async () =>
    expect(await boxes.evaluateAll((all) => (all as HTMLInputElement[]).map((box) => box.disabled))).toEqual([
      true,
      true,
      true,
    ]),
  );
  const before = await states();
  for (const at of [0, 1, 2]) await boxes.nth(at).click({ force: true });
  expect(await states()).toEqual(before);
  // Neither does one that another plugin has made clickable again.
  await boxes.first().evaluate((box) => {
    (box as HTMLInputElement).disabled = false;
    box.addEventListener('click', () => box.setAttribute('data-heard', ''));
    (box as HTMLElement).click();
  });
  expect([await states(), await boxes.first().getAttribute('data-heard')]).toEqual([before, null]);
});

test.each(['desktop', 'phone'] as const)(
  'what arrives late moves neither question nor buttons (%s)',
  async (size) => {
    const files = {
      'A.md': `---\ntags: flashcards\n---\n## Late $x^2$\n![[Paper.pdf]]\n\n![[Sound.mp3]]\n\n![[Other]]\n\n\`\`\`mermaid\ngraph TD\n\`\`\`\n\n$$\n\\frac{a}{b}\n$$\n`,
      'Other.md': `${fill}\n`,
      'Paper.pdf': '',
      'Sound.mp3': '',
    };
    const vault = await bench.openVault(files);
    const viewport = size === 'phone' ? { viewport: 'phone' as const } : {};
    const plugin = new PluginPage(await vault.open({ ...viewport, params: { note: 'A.md' } }));
    const { page } = plugin;
    await plugin.studyNote();
    const places = () =>
      page.evaluate(() =>
        ['.nf-question', '.nf-review-foot', '.nf-review-head', '.nf-review'].map((selector) => {
          const { left, top, width } =
            document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return [left, top, width].map(Math.round).join(' ');
        }),
      );
    await page.locator('.nf-question .katex').waitFor();
    // Once at the moment when the answer is there and its parts are not, once when all are.
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        if (document.querySelector('[data-grade="3"]'))
          seen.push(
            ['.nf-question', '.nf-review-foot']
              .map((selector) =>
                Math.round(document.querySelector(selector)?.getBoundingClientRect().top ?? 0),
              )
              .join(' '),
          );
        window.requestAnimationFrame(look);
      };
      look();
    });
    await plugin.reveal();
    for (const late of ['.pdf-container', 'audio', '.markdown-embed-content p', '.mermaid svg', '.katex'])
      await page.locator(`.nf-answer-text ${late}`).first().waitFor();
    const last = await places();
    const seen = await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
    expect(seen).toHaveLength(1);
    await plugin.host.screenshot(`late-${size}`);
    expect(await places()).toEqual(last);
  },
);

test('a part that a renderer replaces late stays hidden until its turn', async () => {
  const text = 'One.\n\n```mermaid\ngraph TD\n```\n\nThree.';
  const vault = await bench.openVault({ 'A.md': `---\ntags: flashcards\n---\n## Parts\n${text}\n` });
  const plugin = new PluginPage(await vault.open({ params: { note: 'A.md' } }));
  await plugin.setOption('general', 'stepByStep', true);
  await plugin.studyNote();
  const { page } = plugin;
  await plugin.press('Space');
  await page.locator('.nf-answer-text .mermaid').waitFor({ state: 'attached' });
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.nf-answer-text > *')].map((el) => el.checkVisibility()).join(' '),
    );
  await soon(async () => expect(await shown()).toBe('true false false'));
  await plugin.press('Space');
  await soon(async () => expect(await shown()).toBe('true true false'));
});

test('a wide table of a late embed scrolls on its own', async () => {
  const { page } = await answered(notes, { viewport: 'phone' });
  await page.locator('.internal-embed .nf-wide table').waitFor();
});

test('a menu opened by a key is at its button', async () => {
  const { page } = await answered();
  const button = page.locator('.nf-tool-more');
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('.menu').waitFor();
  const [menu, at] = [await page.locator('.menu').boundingBox(), await button.boundingBox()];
  expect(Math.abs((menu?.y ?? 0) - ((at?.y ?? 0) + (at?.height ?? 0)))).toBeLessThan(8);
  expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeGreaterThan(at?.x ?? Infinity);
});

test('every icon button has its icon', async () => {
  const plugin = await answered();
  const { page } = plugin;
  const bare = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.clickable-icon, .workspace-tab-header-inner-icon')]
        .filter((el) => el.checkVisibility() && !el.querySelector('svg') && el.textContent === '')
        .map((el) => el.getAttribute('aria-label')),
    );
  expect(await bare()).toEqual([]);
  await page.locator('.nf-tool-more').click();
  expect(await page.locator('.menu-item .menu-item-icon:not(:has(svg))').count()).toBe(0);
  await page.keyboard.press('Escape');
  await plugin.endReview();
  for (const [command, screen] of [
    ['open-cards', '.nf-cards'],
    ['statistics', '.nf-statistics'],
    ['tidy', '.nf-tidy-page'],
  ] as const) {
    await plugin.run(command);
    await page.locator(screen).waitFor();
    await soon(async () => expect(await bare()).toEqual([]));
  }
  await plugin.host.openNote('A.md');
  await plugin.openSidebar('note');
  await plugin.row('All kinds').waitFor();
  await soon(async () => expect(await bare()).toEqual([]));
});
