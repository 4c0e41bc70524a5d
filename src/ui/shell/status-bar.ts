// What is due today, in the status bar on desktop.
import { Redraw } from '../parts/redraw.ts';
import type { Desk } from './desk.ts';
import { unknownSentence } from './unknown-history.ts';

/** Keeps the element current; returns a function that stops it. */
export function showInStatusBar(desk: Desk, el: HTMLElement): () => void {
  const { name, statusBar } = desk.locale.main;
  el.addClasses(['mod-clickable', 'nf-status']);
  el.setAttrs({ role: 'button', tabindex: 0 });
  const draw = (): void => {
    const unknown = unknownSentence(desk);
    el.toggle(desk.flashcards.settings.general.statusBar);
    if (unknown !== null) {
      el.setText(name);
      el.setAttr('aria-label', unknown);
      return;
    }
    const { due, learning, new: newCards } = desk.flashcards.study.counts({ scope: { kind: 'all' } });
    el.setText(statusBar.cards(due + learning + newCards));
    el.setAttr('aria-label', statusBar.label({ due, learning, new: newCards }));
  };
  const redraw = new Redraw(200, draw);
  const open = (): void => desk.study({ scope: { kind: 'all' } });
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') open();
  };
  el.addEventListener('click', open);
  el.addEventListener('keydown', press);
  const forget = desk.flashcards.onChange(() => redraw.soon());
  draw();
  return () => {
    redraw.close();
    forget();
    el.removeEventListener('click', open);
    el.removeEventListener('keydown', press);
  };
}
