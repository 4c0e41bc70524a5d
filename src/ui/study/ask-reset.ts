// Asks before cards are reset.
import { ask } from '../parts/confirm.ts';
import type { Desk } from '../shell/desk.ts';

/** Resolves to whether the user wants it. */
export function askReset({ app, locale }: Pick<Desk, 'app' | 'locale'>, count: number): Promise<boolean> {
  const { reset, undone } = locale.main;
  const title = reset.title(count);
  return ask(app, { title, text: reset.text, yes: undone.deeds.reset, no: locale.data.cancel });
}
