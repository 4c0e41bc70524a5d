// The mark of a card: new, learning, its chance of recall, or suspended; by shape and words, never by color alone.
import { CardInfoModal, whyDue } from '../review/info/card-info.ts';
import type { Desk } from '../shell/desk.ts';

type State = 'new' | 'learning' | 'known' | 'suspended';

/** Its text is drawn by its styles: the heading it is in keeps its own. */
export function createMark(desk: Desk, id: string): HTMLElement {
  const { study } = desk.flashcards;
  const schedule = study.schedule(id);
  const { suspended } = schedule;
  const state: State = suspended
    ? 'suspended'
    : schedule.state === 'review'
      ? 'known'
      : schedule.state === 'new'
        ? 'new'
        : 'learning';
  const recall =
    state === 'known'
      ? desk.locale.format.percent(study.scheduler.retrievability(schedule, study.today))
      : '';
  const el = createEl('button', {
    cls: 'nf-memory',
    attr: {
      type: 'button',
      'data-state': state,
      'data-recall': recall,
      'aria-label': whyDue(desk, schedule),
    },
  });
  // The editor keeps its focus.
  el.addEventListener('mousedown', (event) => event.preventDefault());
  el.addEventListener('click', (event) => {
    event.stopPropagation();
    new CardInfoModal(desk, id, () => undefined).open();
  });
  return el;
}
