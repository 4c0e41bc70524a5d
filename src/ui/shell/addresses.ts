// Addresses that open a part of the plugin: `obsidian://note-flashcards/…`.
import { openStatistics } from '../statistics/open-statistics.ts';
import { answerFromOutside, answerText, studyFromOutside, whenCurrent, type Params } from './outside.ts';
import type { Screens } from './screens.ts';

/** What an address may name: `obsidian://note-flashcards/search?query=…`. */
export const actions = ['study', 'next', 'answer', 'cards', 'search', 'due', 'stats', 'verify'];

/**
 * Obsidian gives the path of the address as `action`. An address without one opens a review, unless the app passes on a
 * parameter `action`.
 */
export async function openAddress(screens: Screens, { action = '', ...params }: Params): Promise<void> {
  try {
    await open(screens, action.replace(/^note-flashcards\/?/, ''), params);
  } catch (error) {
    screens.tell(screens.locale.reason(error));
  }
}

async function open(screens: Screens, action: string, params: Params): Promise<void> {
  switch (action) {
    case '':
    case 'study':
    case 'next':
      await whenCurrent(screens);
      await studyFromOutside(screens, params);
      return;
    case 'answer':
      await whenCurrent(screens);
      // An address may be opened twice, so only an answer to what was shown counts.
      screens.tell(answerText(screens, answerFromOutside(screens, { showing: '', ...params }, 0)));
      return;
    case 'cards':
    case 'search':
      await screens.openCards(params['query'] ?? '');
      return;
    case 'due':
      await screens.openCards('is:due');
      return;
    case 'stats':
      await openStatistics(screens.app);
      return;
    case 'verify':
      await screens.verify();
      return;
    default:
      screens.tell(screens.locale.main.problems.unknownAction(action));
  }
}
