// The verbs of Obsidian's own command line, `obsidian note-flashcards:<verb>`: those of the repository's, with the same
// JSON.
import type { CliData, CliFlags } from 'obsidian';
import { formatVerifyResult } from '../../app/history/verify.ts';
import { cardsJson, foundJson, watchedPaths, type FoundJson } from '../../app/outside/card-json.ts';
import { dueJson } from '../../app/outside/due-json.ts';
import { nextJson } from '../../app/outside/review-json.ts';
import { statsJson } from '../../app/outside/stats-json.ts';
import { verifyJson } from '../../app/outside/verify-json.ts';
import { readStatistics } from '../../app/statistics/statistics.ts';
import { isInDeck } from '../../core/study/scope.ts';
import type { Locale } from '../locale.ts';
import {
  answerFromOutside,
  answerText,
  foundCards,
  scopeOf,
  studyFromOutside,
  whenCurrent,
} from './outside.ts';
import type { Screens } from './screens.ts';

/** A result for programs, and for people. */
interface Told {
  readonly json: unknown;
  readonly text: string;
}

interface Verb {
  readonly about: string;
  readonly flags: CliFlags;
  run(screens: Screens, params: CliData): Promise<Told>;
}

async function collected<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

function listed(json: readonly FoundJson[]): Told {
  return { json, text: json.map(({ prompt, note, line }) => `${prompt}  ‹ ${note}:${line}`).join('\n') };
}

/** @throws a sentence for anything but digits */
function numberOf({ locale }: Screens, flag: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text)) throw new Error(locale.main.outside.number(flag, text));
  return Number(text);
}

/** By name; `json` is a flag of each. */
export function cliVerbs({ main, cardList, statistics }: Locale): Readonly<Record<string, Verb>> {
  const { outside: words, review } = main;
  const deck = { value: '<deck>', description: words.deckFlag };
  const note = { value: '<note>', description: words.noteFlag };
  const query = { value: '<query>', description: cardList.search };
  const verbs: Record<string, Verb> = {
    cards: {
      about: cardList.title,
      flags: {},
      run: async ({ flashcards }) => listed(await collected(cardsJson(flashcards, watchedPaths(flashcards)))),
    },
    search: {
      about: cardList.search,
      flags: { query },
      run: async (screens, params) => {
        const ids = await foundCards(screens, params['query'] ?? '');
        return listed(await collected(foundJson(screens.flashcards, ids)));
      },
    },
    due: {
      about: words.dueCommand,
      flags: { deck, note },
      run: async (screens, params) => {
        const scope = await scopeOf(screens, params);
        const { flashcards } = screens;
        const isWanted = (card: { readonly note: string; readonly deck: string }): boolean =>
          scope.kind === 'note'
            ? card.note === scope.note
            : scope.kind !== 'deck' || isInDeck(card.deck, scope);
        const text = review.left(flashcards.study.counts({ scope }));
        return { json: [...dueJson(flashcards, isWanted)], text };
      },
    },
    next: {
      about: words.nextCommand,
      flags: { deck, note, query },
      run: async (screens, params) => {
        const json = await nextJson(screens.flashcards, await scopeOf(screens, params));
        if (!json) return { json, text: review.nothing.all };
        const { prompt, answer, id, showing, counts } = json;
        return { json, text: [prompt, '', answer, '', `${id} ${showing}`, review.left(counts)].join('\n') };
      },
    },
    answer: {
      about: words.answerCommand,
      flags: {
        id: { value: '<id>', description: words.cardFlag, required: true },
        grade: { value: '<1–4>', description: review.grades, required: true },
        showing: { value: '<showing>', description: words.showingFlag },
        ms: { value: '<ms>', description: words.msFlag },
      },
      run: (screens, params) => {
        const took = numberOf(screens, 'ms', params['ms']) ?? 0;
        const json = answerFromOutside(screens, params, took);
        return Promise.resolve({ json, text: answerText(screens, json) });
      },
    },
    stats: {
      about: statistics.title,
      flags: { days: { value: '<days>', description: statistics.period } },
      run: async (screens, params) => {
        const { flashcards, slices, locale } = screens;
        const back = numberOf(screens, 'days', params['days']);
        const read = await readStatistics(flashcards, slices, { deck: null, back, ahead: 1 });
        if (!read) return { json: null, text: '' };
        const json = statsJson(read, flashcards.study.counts({ scope: { kind: 'all' } }));
        const { tiles, columns, from } = statistics;
        const share = json.retention === null ? tiles.none : locale.format.percent(json.retention);
        const lines = [
          from(columns.reviews, locale.format.number(json.reviews)),
          from(tiles.retention, share),
          from(tiles.known, locale.format.number(json.known)),
          review.left(json),
        ];
        return { json, text: lines.join('\n') };
      },
    },
    verify: {
      about: main.commands.verify,
      flags: {},
      run: async (screens) => {
        const result = await screens.checked();
        const { locale } = screens;
        return { json: verifyJson(result), text: formatVerifyResult(result, locale.app, locale.say) };
      },
    },
    study: {
      about: words.studyCommand,
      flags: { deck, note, query },
      run: async (screens, params) => {
        await studyFromOutside(screens, params);
        return { json: undefined, text: words.studying };
      },
    },
  };
  const json = { description: words.jsonFlag };
  return Object.fromEntries(
    Object.entries(verbs).map(([name, verb]) => [name, { ...verb, flags: { ...verb.flags, json } }]),
  );
}

/** What a verb says; a sentence if it can't be done. */
export async function runVerb(screens: Screens, verb: Verb, params: CliData): Promise<string> {
  try {
    await whenCurrent(screens);
    const { json, text } = await verb.run(screens, params);
    return params['json'] === undefined || json === undefined ? text : JSON.stringify(json, null, 1);
  } catch (error) {
    return screens.locale.reason(error);
  }
}
