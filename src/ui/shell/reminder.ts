// Reminds of what is due as the settings say: a notice once a day, and a dot at the ribbon icon until nothing is due.
import { Notice } from 'obsidian';
import { reminder } from '../../core/study/reminder.ts';
import { Redraw } from '../parts/redraw.ts';
import type { Desk } from './desk.ts';
import { unknownSentence } from './unknown-history.ts';

/** ms; a timer of a computer that slept comes when it wakes. */
const every = 60_000;
const storageKey = 'note-flashcards-reminded';

/** Returns a function that stops it. */
export function showReminders(desk: Desk, ribbonEl: HTMLElement, isPaused: () => boolean): () => void {
  const { app, flashcards, locale } = desk;
  const { name, statusBar } = locale.main;
  const check = (): void => {
    const { general, schedule } = flashcards.settings;
    let label = name;
    if ((general.remindAt !== '' || general.remindCount > 0) && unknownSentence(desk) === null) {
      const { study } = flashcards;
      const { due, learning, new: newCards } = study.counts({ scope: { kind: 'all' } });
      const count = due + learning + newCards;
      const { today, isNow, isOn } = reminder(general, {
        moment: study.moment(),
        schedule,
        vacation: study.vacation,
        due: count,
        isReviewing: isPaused() || activeDocument.body.findAll('.nf-review').some((el) => el.isShown()),
        last: Number(app.loadLocalStorage(storageKey) ?? Number.NaN),
      });
      const text = `${name}: ${statusBar.cards(count)}`;
      if (isNow) {
        app.saveLocalStorage(storageKey, String(today));
        new Notice(text);
      }
      if (isOn) label = text;
    }
    ribbonEl.toggleClass('nf-reminds', label !== name);
    ribbonEl.setAttr('aria-label', label);
  };
  const soon = new Redraw(1000, check);
  const forget = flashcards.onChange(() => soon.soon());
  const timer = window.setInterval(check, every);
  window.addEventListener('focus', check);
  check();
  return () => {
    forget();
    soon.close();
    window.clearInterval(timer);
    window.removeEventListener('focus', check);
  };
}
