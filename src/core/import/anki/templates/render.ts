// The two sides of a card, rendered from its template as Anki does. What asks and what answers come apart: the answer
// does not repeat the question, and what is typed or revealed on the front is an answer.
import { decodeEntities } from '../../html-tokens.ts';
import type { Template } from './template.ts';

export interface TemplateValues {
  /** HTML of the note's fields. */
  readonly fields: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
  readonly noteType: string;
  readonly deck: string;
  readonly card: string;
  readonly flag: number;
  /** 1-based; for `{{#c1}}`. */
  readonly cloze: number | null;
}

export interface CardSides {
  /** Empty where the front shows none of the note's fields: Anki makes no such card. */
  readonly front: string;
  /** Parts, each a block. */
  readonly back: readonly string[];
}

/** Placeholders on the back for what the front has shown. Private characters; fields lose theirs. */
const [frontSide, clozeText] = ['\uE010', '\uE011'];
const privateSigns = /[\uE000-\uE011]/g;

/** As Anki has it: breaks and empty lines are nothing. */
function isEmpty(html: string): boolean {
  return /^(?:\s|<\/?(?:br|div) ?\/?>)*$/i.test(html);
}

/** `漢字[かんじ]`: what `write` makes of it; sounds stay. The text starts after a blank, which is not shown. */
function withRuby(html: string, write: (text: string, reading: string) => string): string {
  let [out, from] = ['', 0];
  for (const { 0: whole, 1: reading = '', index } of html.matchAll(/\[([^[\]]+)\]/g)) {
    const before = html.slice(from, index);
    const start = Math.max(before.lastIndexOf(' '), before.lastIndexOf('>')) + 1;
    const text = before.slice(start);
    const isRuby = text !== '' && !reading.startsWith('sound:');
    out += isRuby ? before.slice(0, start).replace(/ $/, '') + write(text, reading) : before + whole;
    from = index + whole.length;
  }
  return out + html.slice(from);
}

interface Rendered {
  readonly html: string;
  readonly hasField: boolean;
  /** Fields that the front asks to type, and those that it hides until a click. */
  readonly typed: readonly string[];
  readonly hinted: readonly string[];
}

class Renderer {
  readonly #values: TemplateValues;
  readonly #isFront: boolean;
  readonly #isCloze: boolean;
  readonly #typed: string[] = [];
  readonly #hinted: string[] = [];
  #hasField = false;

  constructor(values: TemplateValues, isFront: boolean, isCloze: boolean) {
    this.#values = values;
    this.#isFront = isFront;
    this.#isCloze = isCloze;
  }

  render({ tokens }: Template): Rendered {
    let html = '';
    const open: { readonly name: string; readonly isShown: boolean }[] = [];
    for (const token of tokens) {
      const isShown = open.at(-1)?.isShown ?? true;
      if (token.kind === 'text') html += isShown ? token.text : '';
      else if (token.kind === 'open')
        open.push({
          name: token.name,
          isShown: isShown && isEmpty(this.#value(token.name)) === token.isNegated,
        });
      else if (token.kind === 'close') {
        let at = open.length - 1;
        while (at >= 0 && open[at]?.name !== token.name) at -= 1;
        if (at >= 0) open.length = at;
      } else if (isShown) html += this.#field(token.name, token.filters);
    }
    return { html, hasField: this.#hasField, typed: this.#typed, hinted: this.#hinted };
  }

  #value(name: string): string {
    const { fields, tags, noteType, deck, card, flag, cloze } = this.#values;
    const field = fields.get(name);
    if (field !== undefined) return field.replace(privateSigns, '');
    switch (name) {
      case 'FrontSide':
        return this.#isFront ? '' : frontSide;
      case 'Tags':
        return tags.join(' ');
      case 'Type':
        return noteType;
      case 'Deck':
        return deck;
      case 'Subdeck':
        return deck.slice(deck.lastIndexOf('::') + (deck.includes('::') ? 2 : 1));
      case 'Card':
        return card;
      case 'CardFlag':
        return flag > 0 ? `flag${String(flag)}` : '';
      default:
        return cloze !== null && name === `c${String(cloze)}` ? '1' : '';
    }
  }

  #field(name: string, filters: readonly string[]): string {
    let value = this.#value(name);
    if (this.#values.fields.has(name) && !isEmpty(value)) this.#hasField = true;
    if (filters.some((filter) => /^tts(?:\s|$)/.test(filter)) || name === 'tts-voices') return '';
    if (filters.includes('type')) {
      if (this.#isCloze) return '';
      if (!this.#isFront) return value;
      this.#typed.push(value);
      return '';
    }
    if (this.#isCloze && filters.includes('cloze')) return this.#isFront ? value : clozeText;
    for (const filter of filters) {
      if (filter === 'text') value = value.replace(/<[^<>]*>/g, '');
      else if (filter === 'furigana')
        value = withRuby(value, (text, reading) => `<ruby>${text}<rt>${reading}</rt></ruby>`);
      else if (filter === 'kanji') value = withRuby(value, (text) => text);
      else if (filter === 'kana') value = withRuby(value, (_, reading) => reading);
    }
    if (filters.includes('hint')) {
      if (!this.#isFront) return `<div>${value}</div>`;
      this.#hinted.push(value);
      return '';
    }
    // A mark of a cloze that nothing hides is only text.
    return this.#isCloze && this.#isFront ? value.replaceAll('{{c', '{&#123;c') : value;
  }
}

/** What a piece of HTML says and shows, without whitespace. */
function said(html: string): string {
  return decodeEntities(html.replace(/<(?!img|audio|video)[^<>]*>/gi, '')).replace(/\s+/g, '');
}

const answerRule = /<hr\b[^<>]*\bid\s*=\s*["']?answer\b[^<>]*>/i;
const edges = /^(?:\s|<br ?\/?>|<hr\b[^<>]*>)+|(?:<br ?\/?>|<hr\b[^<>]*>)\s*$/gi;

/** The parts of the back that the front does not show. */
function newParts(back: string, front: string, marks: string): string[] {
  const known = said(front);
  const isNew = (part: string): boolean => {
    const text = said(part);
    return text !== '' && !known.includes(text);
  };
  const rule = answerRule.exec(back);
  if (rule) {
    const after = back.slice(rule.index + rule[0].length).replaceAll(marks, '');
    return [...back.slice(0, rule.index).split(marks).filter(isNew), after];
  }
  if (back.includes(marks)) return back.split(marks).filter(isNew);
  const [start, own] = [front.trim(), back.trim()];
  const rest = own.slice(start.length);
  return start !== '' && own.startsWith(start) && /^(?:\s|<|$)/.test(rest) ? [rest] : [own];
}

/** A card of a note type with templates. */
export function renderSides(front: Template, back: Template, values: TemplateValues): CardSides {
  const asked = new Renderer(values, true, false).render(front);
  const shown = new Renderer(values, false, false).render(back);
  const parts = newParts(shown.html, asked.html, frontSide);
  const has = (html: string): boolean => parts.some((part) => said(part).includes(said(html)));
  const typed = shown.html.includes(frontSide) ? asked.typed.filter((html) => !has(html)) : [];
  const hinted = asked.hinted.filter((html) => !has(html));
  return {
    front: asked.hasField ? asked.html : '',
    back: [...typed, ...parts, ...hinted]
      .map((part) => part.replace(edges, ''))
      .filter((part) => part !== ''),
  };
}

/** A note of a cloze type: its text with Anki's marks, and what else the back shows. */
export function renderCloze(front: Template, back: Template, values: TemplateValues): CardSides {
  const asked = new Renderer(values, true, true).render(front);
  const shown = new Renderer(values, false, true).render(back);
  const revealed = asked.html.replace(/\{\{c[\d,]+::|\}\}/gi, '');
  const parts = newParts(shown.html.replaceAll(frontSide, clozeText), revealed, clozeText);
  const hinted = asked.hinted.filter((html) => !parts.some((part) => said(part).includes(said(html))));
  return {
    front: asked.hasField ? asked.html : '',
    back: [...parts, ...hinted].map((part) => part.replace(edges, '')).filter((part) => part !== ''),
  };
}
