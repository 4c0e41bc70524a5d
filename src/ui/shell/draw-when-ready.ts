// Lets a view wait for the plugin to start. The app awaits `onOpen` and `setState` of every visible view before its
// layout is ready, and only then does the plugin start: a view that awaited the start would block the whole app.
import type { ItemView } from 'obsidian';
import type { Desk, Starting } from './desk.ts';
import type { Locale } from '../locale.ts';

/** A sentence on why the plugin did not start. */
export function startProblem(locale: Locale, error: unknown): string {
  return locale.main.problems.start(locale.reason(error));
}

/** Shows a placeholder at once and draws the view when all is ready; shows any error of either in the view. */
export function drawWhenReady(
  view: Pick<ItemView, 'contentEl' | 'register'>,
  { ready, locale }: Starting,
  draw: (desk: Desk) => void,
): void {
  let isClosed = false;
  view.register(() => {
    isClosed = true;
  });
  const placeholder = view.contentEl.createDiv({
    cls: 'nf-hint nf-starting',
    text: locale.main.sidebar.starting,
    attr: { role: 'status' },
  });
  ready
    .then((desk) => {
      if (isClosed) return;
      placeholder.remove();
      draw(desk);
    })
    .catch((error: unknown) => {
      if (isClosed) return;
      view.contentEl.empty();
      view.contentEl.createDiv({
        cls: 'nf-hint nf-problem',
        text: startProblem(locale, error),
        attr: { role: 'alert' },
      });
    });
}
