// Unmatched history: one without its card beside the card that it may belong to. The user decides; both answers are
// log events.
import { Component, Modal, type HoverParent, type HoverPopover } from 'obsidian';
import type { Flashcards } from '../../app/flashcards.ts';
import type { TrackedCard } from '../../app/cards/card-registry.ts';
import { cardLine, lineText } from '../../core/note/plain-text.ts';
import type { Desk } from '../shell/desk.ts';
import { followLinks } from '../rendered/follow-links.ts';
import { renderMarkdown } from '../rendered/markdown.ts';
import { drawUnknown } from '../shell/unknown-history.ts';

export interface Pair {
  /** Id of the history without a card. */
  readonly lost: string;
  readonly candidate: TrackedCard;
  /** Returns how to take the decision back. */
  readonly decide: (isOne: boolean) => () => void;
}

/** Pairs that the linker was not sure of, and contradictory links from two devices. */
export function pairsToDecide(cards: Flashcards): readonly Pair[] {
  const apart = new Set(cards.history.apart().flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const doubtful = cards.linker.doubtful.flatMap(({ lost, candidate }): Pair[] => {
    // Already decided, through this pair or another with the same history.
    if (cards.card(lost) || apart.has(`${lost} ${candidate.id}`)) return [];
    const decide = (isOne: boolean) => {
      cards.reconnect(lost, candidate.id, isOne);
      return () => void cards.undo();
    };
    return [{ lost, candidate, decide }];
  });
  const contradictory = cards.history.contradictions.flatMap(({ counts, offered }): Pair[] => {
    const candidate = cards.card(offered.c);
    const decide = (isOne: boolean) => {
      const undos = cards.history.note([{ k: 'u', e: isOne ? counts.i : offered.i }]);
      return () => void cards.history.note(undos.map(({ i }) => ({ k: 'u', e: i })));
    };
    return candidate ? [{ lost: offered.f, candidate, decide }] : [];
  });
  return [...doubtful, ...contradictory];
}

class Side extends Component implements HoverParent {
  hoverPopover: HoverPopover | null = null;
}

export class ReconnectModal extends Modal {
  readonly #desk: Desk;
  #drawn: Component | null = null;
  /** What the last decision did, and how to take it back. */
  #last: { readonly said: string; readonly undo: () => void } | null = null;

  constructor(desk: Desk) {
    super(desk.app);
    this.#desk = desk;
  }

  override onOpen(): void {
    this.modalEl.addClass('nf-reconnect');
    this.setTitle(this.#desk.locale.main.reconnect.title);
    this.#draw();
  }

  override onClose(): void {
    this.#drawn?.unload();
    this.contentEl.empty();
  }

  #draw(): void {
    const { main: words } = this.#desk.locale;
    this.#drawn?.unload();
    this.#drawn = new Component();
    this.#drawn.load();
    this.contentEl.empty();
    if (drawUnknown(this.contentEl, this.#desk)) return;
    const pairs = pairsToDecide(this.#desk.flashcards);
    this.contentEl.createEl('p', {
      cls: 'nf-hint',
      text: pairs.length === 0 ? words.reconnect.none : words.reconnect.intro,
    });
    this.#drawLast();
    for (const pair of pairs) this.#drawPair(pair, this.#drawn);
    this.contentEl.find('button')?.focus();
  }

  #drawLast(): void {
    const el = this.contentEl.createDiv({ cls: 'nf-pair-said', attr: { role: 'status' } });
    const last = this.#last;
    if (!last) return;
    el.createSpan({ text: last.said });
    const { undo } = this.#desk.locale.main.actions;
    el.createEl('button', { text: undo, attr: { type: 'button' } }).addEventListener('click', () => {
      this.#last = null;
      this.#try(last.undo);
    });
  }

  #try(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#desk.tell(this.#desk.locale.failed(error));
    }
    this.#draw();
  }

  #drawPair({ lost, candidate, decide }: Pair, owner: Component): void {
    const { main: words } = this.#desk.locale;
    const el = this.contentEl.createDiv('nf-pair');
    const sides = el.createDiv('nf-pair-sides');
    this.#drawLost(sides.createDiv('nf-pair-side'), lost);
    this.#drawCandidate(sides.createDiv('nf-pair-side'), candidate, owner);
    const buttons = el.createDiv('nf-buttons');
    const add = (text: string, cls: string, isOne: boolean): void => {
      const button = buttons.createEl('button', { cls, text, attr: { type: 'button' } });
      const said = isOne
        ? words.reconnect.joined(this.#desk.flashcards.history.cards.get(lost)?.reviews.length ?? 0)
        : words.reconnect.parted;
      button.addEventListener('click', () => {
        this.#try(() => (this.#last = { said, undo: decide(isOne) }));
      });
    };
    add(words.reconnect.same, 'mod-cta', true);
    add(words.reconnect.other, '', false);
  }

  #drawLost(el: HTMLElement, id: string): void {
    const { main: words } = this.#desk.locale;
    const history = this.#desk.flashcards.history.cards.get(id);
    const snapshot = history?.snapshot;
    const reviews = history?.reviews ?? [];
    el.createEl('h4', { text: words.reconnect.lost });
    if (snapshot) {
      el.createDiv({ cls: 'nf-hint', text: [snapshot.path, ...snapshot.headings].join(' › ') });
      el.createDiv({ cls: 'nf-pair-question', text: lineText(snapshot.question), attr: { dir: 'auto' } });
    }
    const last = reviews.at(-1);
    const said = [words.reconnect.reviews(reviews.length)];
    if (last) said.push(words.reconnect.last(this.#desk.locale.format.moment(last.t)));
    el.createDiv({ cls: 'nf-hint', text: said.join(', ') });
    el.createDiv({ cls: 'nf-hint', text: words.reconnect.textGone });
  }

  #drawCandidate(el: HTMLElement, { id, card }: TrackedCard, owner: Component): void {
    el.createEl('h4', { text: this.#desk.locale.main.reconnect.candidate });
    el.createDiv({ cls: 'nf-hint', text: [card.note, ...card.headings].join(' › ') });
    el.createDiv({ cls: 'nf-pair-question', text: cardLine(card), attr: { dir: 'auto' } });
    const side = owner.addChild(new Side());
    const text = { desk: this.#desk, el: el.createDiv('nf-pair-answer'), source: card.note, owner: side };
    followLinks({ ...text, leave: () => this.close() });
    void this.#desk.flashcards.texts
      .find(id)
      .then((found) => renderMarkdown({ ...text, markdown: found?.answer ?? '' }));
  }
}
