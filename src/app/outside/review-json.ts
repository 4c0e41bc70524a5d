// A review from outside, one question at a time: `next` shows one, `answer` grades it. A showing names a card in a state,
// so that a grade given twice for one showing counts once, and one that comes too late is refused.
import type { CardHistory, Grade } from '../../core/history/event.ts';
import { longestAnswer } from '../../core/history/event.ts';
import { deviceOf } from '../../core/history/order.ts';
import { shortHash } from '../../core/identity/fingerprint/fingerprint.ts';
import type { Scope } from '../../core/study/scope.ts';
import { step } from '../../core/study/session/session.ts';
import { remaining } from '../../core/study/session/session-state.ts';
import type { Counts } from '../../core/study/study-card.ts';
import { MessageError } from '../../core/text/message.ts';
import type { Flashcards } from '../flashcards.ts';
import { appMessage } from '../strings.ts';
import { openSession } from '../study/review.ts';
import { englishPrompt } from './card-json.ts';
import { scheduleJson, type ScheduleJson } from './due-json.ts';
import { Showings, type AnswerJson, type Given } from './showings.ts';

/** The next question (contract). */
export interface NextJson extends Pick<ScheduleJson, 'state' | 'due'> {
  /** For `answer`. */
  readonly showing: string;
  readonly id: string;
  readonly note: string;
  readonly line: number;
  readonly source: string;
  /** As a person is asked it, in English. */
  readonly prompt: string;
  readonly question: string;
  readonly answer: string;
  /** Cards left, this one included. */
  readonly counts: Counts;
}

export interface AnswerRequest {
  /** A card's id, or its beginning, of at least 6 characters. */
  readonly id: string;
  /** As given: 1 to 4. */
  readonly grade: string;
  /** What `next` gave; without one every answer counts. */
  readonly showing: string | undefined;
  /** ms from question to grade. */
  readonly took: number;
}

function reviewsOf({ history }: Flashcards, id: string): CardHistory['reviews'] {
  return history.cards.get(id)?.reviews ?? [];
}

function showingOf(app: Flashcards, id: string): string {
  const reviews = reviewsOf(app, id);
  const last = reviews.at(-1);
  return shortHash([id, reviews.length, last?.i, last?.t].join(' '));
}

/** What a review of the scope would ask now; null if nothing. */
export async function nextJson(app: Flashcards, scope: Scope): Promise<NextJson | null> {
  const { study } = app;
  let session = openSession(study, { scope });
  for (;;) {
    const { current } = session;
    if (current === null) return null;
    const { id, schedule } = current.card;
    const card = await app.texts.find(id);
    if (card) {
      const { state, due } = scheduleJson(schedule);
      const { note, line, source, question, answer } = card;
      const { new: newCards, learning, due: dueCards } = remaining(session);
      return {
        showing: showingOf(app, id),
        id,
        note,
        line,
        source,
        prompt: englishPrompt(card),
        question,
        answer,
        state,
        due,
        counts: { new: newCards, learning, due: dueCards },
      };
    }
    // Its note can't be read, which is reported as a problem.
    session = step(session, { kind: 'gone', id, ...study.moment() }).session;
  }
}

const shortestName = 6;

/** The card with the id, or the only one whose id begins so: a letter or two may be a slip. */
function cardNamed(app: Flashcards, name: string): string {
  const id = app.history.canonical(name);
  if (app.card(id)) return id;
  const found = new Set<string>();
  if (name.length >= shortestName)
    for (const cards of app.linker.notes.values())
      for (const card of cards) if (card.id.startsWith(name)) found.add(card.id);
  const [only] = found;
  if (only === undefined) throw new MessageError(appMessage('answer/gone', name));
  if (found.size > 1) throw new MessageError(appMessage('answer/many', name));
  return only;
}

/** The answer that was given for a showing already; throws if it is of another card or of an earlier state. */
function answered(app: Flashcards, id: string, given: Given | undefined): AnswerJson {
  const reviews = reviewsOf(app, id);
  if (given && 'event' in given && given.id === id && reviews.some(({ i }) => i === given.event))
    return given;
  // The run that took it ended before it was over.
  const review = given && 'after' in given && given.id === id ? reviews[given.after] : undefined;
  if (!review || deviceOf(review.i) !== app.history.device) throw new MessageError(appMessage('answer/late'));
  return answerJson(app, id, review.i);
}

function answerJson({ study }: Flashcards, id: string, event: string): AnswerJson {
  return { id, ...scheduleJson(study.schedule(id)), event };
}

/** Records an answer; once it returns, no crash loses it. Throws a MessageError if it can't count, and records nothing. */
export function answerCard(app: Flashcards, { id: name, grade, showing, took }: AnswerRequest): AnswerJson {
  const showings = new Showings(app.store);
  if (!/^[1-4]$/.test(grade)) throw new MessageError(appMessage('answer/grade', grade));
  const id = cardNamed(app, name);
  if (showing !== undefined && showing !== showingOf(app, id))
    return answered(app, id, showings.get(showing));
  const card = app.study.card(id);
  if (!card) throw new MessageError(appMessage('answer/gone', name));
  const { suspended, buriedUntil } = card.schedule;
  if (suspended || (buriedUntil !== null && buriedUntil >= app.study.today))
    throw new MessageError(appMessage('answer/resting'));
  if (showing !== undefined) showings.set(showing, { id, after: reviewsOf(app, id).length });
  const event = app.answer(card, Number(grade) as Grade, Math.min(Math.max(0, took), longestAnswer));
  const json = answerJson(app, id, event);
  if (showing !== undefined) showings.set(showing, json);
  return json;
}
