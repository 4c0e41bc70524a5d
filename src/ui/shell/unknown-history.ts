// What replaces the counts while logs that could not be read at startup are missing: which logs, and how to go on
// without them. A card whose history is missing looks new, so until then nothing is counted and no review begins.
import { Notice } from 'obsidian';
import type { Desk } from './desk.ts';

/** Most files named here; the sidebar's problems list all. */
const most = 5;

/** Shows why nothing is counted; draws nothing and returns false if the history is known. */
export function drawUnknown(
  el: HTMLElement,
  { flashcards: cards, locale }: Pick<Desk, 'flashcards' | 'locale'>,
): boolean {
  const { knowledge, history } = cards;
  if (knowledge === 'known') return false;
  const box = el.createDiv({ cls: 'nf-missing', attr: { role: 'status' } });
  const { missing } = locale.main;
  if (knowledge === 'reading') {
    box.createDiv({ cls: 'nf-hint', text: missing.reading });
    return true;
  }
  const logs = history.missingLogs();
  box.createDiv({ text: missing.text });
  for (const { path, message } of logs.slice(0, most)) {
    box.createDiv({ cls: 'nf-row-text', text: path, attr: { dir: 'auto' } });
    box.createDiv({ cls: 'nf-row-hint', text: locale.say(message) });
  }
  const button = box.createEl('button', {
    text: missing.goOn,
    attr: { type: 'button', 'data-key': 'continue-without' },
  });
  button.addEventListener('click', () => history.continueWithout());
  return true;
}

/** The same for a program or a status bar, also while notes are unread; null if what is due is known. */
export function unknownSentence({
  flashcards: cards,
  locale,
}: Pick<Desk, 'flashcards' | 'locale'>): string | null {
  const { missing } = locale.main;
  const { knowledge, history } = cards;
  if (knowledge === 'known') return cards.isIndexed ? null : locale.main.sidebar.reading;
  if (knowledge === 'reading') return missing.reading;
  return missing.incomplete(history.missingLogs().map(({ path }) => path));
}

/** The same as a notice, for a request that cannot start. It disappears once the history is known. */
export function noticeUnknown(desk: Pick<Desk, 'flashcards' | 'locale'>): Notice {
  const notice = new Notice('', 0);
  const el = notice.messageEl;
  const draw = (): void => {
    el.empty();
    if (drawUnknown(el, desk)) return;
    stop();
    notice.hide();
  };
  const stop = desk.flashcards.onChange(() => {
    // Never replace a button while it is pressed.
    if (!el.isConnected) stop();
    else if (!el.find(':active')) draw();
  });
  draw();
  return notice;
}
