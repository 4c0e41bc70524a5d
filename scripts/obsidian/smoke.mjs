// What docs/smoke-test.md lists first, as a program.
/* global browser, describe, it, $ */
import assert from 'node:assert/strict';

describe('Note Flashcards in Obsidian', () => {
  it('reviews a card of a note and writes one log', async () => {
    await browser.executeObsidian(({ app }) => app.workspace.openLinkText('Forgetting Curve', '', false));
    await browser.executeObsidianCommand('note-flashcards:study-note');
    const review = await $('.nf-review');
    await review.waitForDisplayed();
    await browser.keys(' ');
    await $('[data-grade="3"]').waitForDisplayed();
    await browser.keys('3');
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
    const before = await browser.executeObsidian(({ app }) => app.vault.adapter.read('Forgetting Curve.md'));
    await browser.executeObsidianCommand('note-flashcards:study-note');
    await $('.nf-review').waitForDisplayed();
    await browser.keys('Escape');
    const after = await browser.executeObsidian(({ app }) => app.vault.adapter.read('Forgetting Curve.md'));
    assert.equal(after, before);
  });
});
