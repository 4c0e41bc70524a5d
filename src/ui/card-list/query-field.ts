// The search field; shows where a query is invalid.
import { Menu, setIcon } from 'obsidian';
import { parseQuery } from '../../core/query/parse.ts';
import type { Query, QueryProblem } from '../../core/query/query.ts';
import { openMenu } from '../parts/open-menu.ts';
import type { Locale } from '../locale.ts';
import { queryProblemText } from './query-problem.ts';

export interface QueryFieldHost {
  readonly locale: Locale;
  readonly id: string;
  /** Called with the text of a valid query. */
  asked(text: string, query: Query): void;
  /** The keyboard focus should move on to the list. */
  left(): void;
}

/** Characters of a search shown on either side of what is wrong. */
const shownAround = 80;
/** ms; someone still typing has not finished the condition yet. */
const complainAfter = 600;

export class QueryField {
  readonly #host: QueryFieldHost;
  readonly #inputEl: HTMLInputElement;
  readonly #problemEl: HTMLElement;
  #timer = 0;

  constructor(host: QueryFieldHost, el: HTMLElement, problemEl: HTMLElement) {
    const { cardList: cardListWords } = host.locale;
    this.#host = host;
    this.#problemEl = problemEl;
    problemEl.id = `${host.id}-problem`;
    this.#inputEl = el.createEl('input', {
      cls: 'nf-query',
      type: 'search',
      placeholder: cardListWords.placeholder,
      attr: {
        'aria-label': cardListWords.search,
        'aria-describedby': problemEl.id,
        spellcheck: 'false',
        autocapitalize: 'off',
        'data-key': 'query',
      },
    });
    this.#inputEl.addEventListener('input', () => this.#read());
    this.#inputEl.addEventListener('keydown', (event) => this.#pressed(event));
    const help = el.createEl('button', {
      cls: 'clickable-icon nf-query-help',
      attr: { type: 'button', 'aria-label': cardListWords.examples, 'data-key': 'examples' },
    });
    setIcon(help, 'circle-help');
    help.addEventListener('click', (event) => this.#showExamples(event));
  }

  get text(): string {
    return this.#inputEl.value;
  }

  set(text: string): void {
    this.#inputEl.value = text;
    this.#read();
  }

  focus(): void {
    this.#inputEl.focus();
    this.#inputEl.select();
  }

  close(): void {
    window.clearTimeout(this.#timer);
  }

  #read(): void {
    const { query, problem } = parseQuery(this.text);
    window.clearTimeout(this.#timer);
    if (problem) {
      this.#timer = window.setTimeout(() => this.#complain(problem), complainAfter);
      return;
    }
    this.#complain(null);
    this.#host.asked(this.text, query);
  }

  #complain(problem: QueryProblem | null): void {
    this.#problemEl.empty();
    this.#problemEl.toggle(problem !== null);
    this.#inputEl.toggleAttribute('aria-invalid', problem !== null);
    if (!problem) return;
    const { at, length } = problem;
    const place = this.#problemEl.createDiv({ cls: 'nf-query-place', attr: { 'aria-hidden': 'true' } });
    const end = at + Math.min(length, shownAround);
    place.appendText(this.text.slice(Math.max(0, at - shownAround), at));
    place.createEl('mark', { text: this.text.slice(at, end) });
    place.appendText(this.text.slice(end, end + shownAround));
    this.#problemEl.createDiv({
      cls: 'nf-query-problem',
      text: queryProblemText(this.#host.locale, problem),
    });
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      const { problem } = parseQuery(this.text);
      if (problem) this.#complain(problem);
      else this.#host.left();
    } else if (event.key === 'ArrowDown') this.#host.left();
    else return;
    event.preventDefault();
  }

  #showExamples(event: MouseEvent): void {
    const menu = new Menu();
    for (const [query, finds] of Object.entries(this.#host.locale.cardList.exampleQueries)) {
      menu.addItem((item) =>
        item.setTitle(`${finds}  ${query}`).onClick(() => {
          this.set(this.text.trim() === '' ? query : `${this.text.trim()} ${query}`);
          this.#inputEl.focus();
        }),
      );
    }
    openMenu(menu, event);
  }
}
