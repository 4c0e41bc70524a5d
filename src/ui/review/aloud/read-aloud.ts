// Reads the card on screen aloud: by itself where the settings say so, and by a key.
import { Component } from 'obsidian';
import { spokenLanguage } from '../../../core/aloud/spoken-language.ts';
import { spokenText } from '../../../core/aloud/spoken-text.ts';
import { noteFacts } from '../../parts/note-facts.ts';
import type { Desk } from '../../shell/desk.ts';
import type { CardFace } from '../card/card-face.ts';
import { hasVoices, Speaker } from './speaker.ts';

/** A note's own property for its language. */
const property = 'lang';

export type Side = 'question' | 'answer';

export class ReadAloud extends Component {
  readonly #desk: Desk;
  readonly #el: HTMLElement;
  readonly #tell: (text: string) => void;
  #face: CardFace | null = null;
  #side: Side | null = null;
  #speaker: Speaker;

  constructor(desk: Desk, el: HTMLElement, tell: (text: string) => void) {
    super();
    this.#desk = desk;
    this.#el = el;
    this.#tell = tell;
    this.#speaker = new Speaker(el.win);
  }

  override onload(): void {
    this.register(() => this.#speaker.stop());
    this.register(
      this.#el.onWindowMigrated((win) => {
        this.#speaker.stop();
        this.#speaker = new Speaker(win);
      }),
    );
  }

  /** What is on screen now; null between cards. */
  follow(face: CardFace | null, side: Side): void {
    if (face === this.#face && (face === null || side === this.#side)) return;
    if (this.#face) this.#speaker.stop();
    [this.#face, this.#side] = [face, face && side];
    const { readAloud } = this.#desk.flashcards.settings.general;
    if (face && (readAloud === 'both' || readAloud === side)) void this.#read(face, side);
  }

  /** Reads what is on screen, or stops. */
  async toggle(): Promise<void> {
    if (this.#speaker.isSpeaking) {
      this.#speaker.stop();
      return;
    }
    if (!this.#face || !this.#side) return;
    const isHeard = await this.#read(this.#face, this.#side);
    if (!isHeard && !(await hasVoices(this.#el.win))) this.#tell(this.#desk.locale.main.review.noVoices);
  }

  /** Resolves to whether the note's own recording plays. */
  async #read(face: CardFace, side: Side): Promise<boolean> {
    const { markdown, audio } = await face.said(side);
    if (face !== this.#face || side !== this.#side) return false;
    if (audio) {
      this.#speaker.play(audio);
      return true;
    }
    const { app, locale, flashcards } = this.#desk;
    const { readSymbols, deckLanguages } = flashcards.settings.general;
    const { note, deck } = face.tracked.card;
    const sentences = spokenText(markdown, readSymbols);
    const language = spokenLanguage({
      text: sentences.join(' '),
      deck,
      property: noteFacts(app).property(note, property)?.[0] ?? null,
      decks: deckLanguages,
      app: locale.app.prompt.language,
    });
    this.#speaker.say(sentences, language);
    return false;
  }
}
