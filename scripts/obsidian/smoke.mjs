// The first items of docs/smoke-test.md as a program: each view visible, a restart, then a review.
/* global browser, describe, it, $ */
import assert from 'node:assert/strict';

/** ms from the reload to the app's layout-ready; a view that blocks startup takes ten seconds. */
const longestStart = 5000;
const views = ['sidebar', 'cards', 'statistics', 'tidy', 'review'].map((name) => `note-flashcards-${name}`);

/** Opens each view in its own tab group, so that all of them are visible. */
const openViews = () =>
  browser.executeObsidian(async ({ app }, types) => {
    for (const type of types) {
      const isSidebar = type.endsWith('-sidebar');
      const leaf = isSidebar ? app.workspace.getRightLeaf(false) : app.workspace.getLeaf('split', 'vertical');
      await leaf.setViewState({ type, active: true });
      await app.workspace.revealLeaf(leaf);
    }
    await app.workspace.requestSaveLayout.run();
  }, views);

const restart = async () => {
  const from = Date.now();
  await browser.reloadObsidian();
  await browser.executeObsidian(
    ({ app }) => new Promise((resolve) => app.workspace.onLayoutReady(() => resolve(null))),
  );
  return Date.now() - from;
};

describe('The start of Obsidian with Note Flashcards', () => {
  it('is as quick with each view in sight as without them, and each view is drawn', async () => {
    const without = await restart();
    await openViews();
    const took = await restart();
    assert.ok(took < without + longestStart, `${took} ms, without views ${without} ms`);
    for (const type of views) {
      const view = await $(`.workspace-leaf-content[data-type="${type}"] .view-content`);
      await view.waitForDisplayed();
      await browser.waitUntil(async () => (await view.getText()).trim() !== '', {
        timeoutMsg: `${type} is empty`,
      });
    }
  });

  it('leaves no error in those views', async () => {
    const problems = await browser.executeObsidian(
      ({ app }, types) =>
        types.flatMap((type) =>
          app.workspace
            .getLeavesOfType(type)
            .flatMap(({ view }) =>
              [...view.containerEl.querySelectorAll('.nf-problem')].map((el) => el.textContent),
            ),
        ),
      views,
    );
    assert.deepEqual(problems, []);
    await browser.executeObsidian(({ app }, types) => {
      for (const type of types) app.workspace.detachLeavesOfType(type);
    }, views);
  });
});

describe('A review in Obsidian', () => {
  it('is of the cards of a note, and writes one log', async () => {
    await browser.executeObsidian(({ app }) => app.workspace.openLinkText('Forgetting Curve', '', false));
    await browser.executeObsidianCommand('note-flashcards:study-note');
    const review = await $('.nf-review');
    await review.waitForDisplayed();
    await browser.keys(' ');
    await $('[data-grade="3"]').waitForDisplayed();
    await browser.keys('3');
    // The log is appended to when the review ends.
    await browser.keys('Escape');
    await review.waitForDisplayed({ reverse: true });
    await browser.waitUntil(async () =>
      browser.executeObsidian(({ app }) =>
        app.vault.adapter.list('Flashcards').then(
          ({ files, folders }) => files.length + folders.length > 0,
          () => false,
        ),
      ),
    );
  });

  it('leaves the note as it was', async () => {
    const read = () => browser.executeObsidian(({ app }) => app.vault.adapter.read('Forgetting Curve.md'));
    const before = await read();
    await browser.executeObsidianCommand('note-flashcards:study-note');
    await $('.nf-review').waitForDisplayed();
    await browser.keys('Escape');
    assert.equal(await read(), before);
  });
});
