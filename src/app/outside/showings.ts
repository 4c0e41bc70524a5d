// Which showings were answered, kept on this device: a grade given twice for one of them counts once.
import * as v from 'valibot';
import type { LocalStore } from '../ports.ts';
import type { ScheduleJson } from './due-json.ts';

const key = 'note-flashcards-showings';

/** A card after an answer (contract). */
export interface AnswerJson extends ScheduleJson {
  readonly id: string;
  /** The name of the recorded event. */
  readonly event: string;
}

/** The oldest are forgotten. */
const most = 100;

/** What was answered, or that an answer was about to be recorded as the one after so many reviews. */
export type Given = AnswerJson | { readonly id: string; readonly after: number };

const schema = v.array(v.tuple([v.string(), v.custom<Given>((value) => typeof value === 'object')]));

export class Showings {
  readonly #store: LocalStore;

  constructor(store: LocalStore) {
    this.#store = store;
  }

  get(showing: string): Given | undefined {
    return this.#read().get(showing);
  }

  set(showing: string, given: Given): void {
    const all = this.#read();
    all.delete(showing);
    all.set(showing, given);
    try {
      this.#store.set(key, JSON.stringify([...all].slice(-most)));
    } catch {
      // The store is full: a second answer is refused then, and counts as little.
    }
  }

  #read(): Map<string, Given> {
    try {
      return new Map(v.parse(schema, JSON.parse(this.#store.get(key) ?? '[]')));
    } catch {
      return new Map();
    }
  }
}
