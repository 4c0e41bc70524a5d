// The judge's page: a card next to its note, rated by keys. Ratings stay in the browser until they are saved.
import { ratingNames, type PageCard, type PageData, type RatedCard, type Rating } from '../page-data.ts';
import { noteParts } from './note-parts.ts';

const data = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as PageData;
const kept = `judge ${data.vault}`;

interface Opinion {
  readonly rating: Rating | null;
  readonly remark: string;
}

function readKept(): Map<string, Opinion> {
  try {
    return new Map(JSON.parse(localStorage.getItem(kept) ?? '[]') as [string, Opinion][]);
  } catch {
    // A page opened from a file may have no storage; then only saving preserves anything.
    return new Map();
  }
}

const opinions = readKept();
let at = Math.max(
  0,
  data.cards.findIndex(({ id }) => !opinions.get(id)?.rating),
);

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  parent: HTMLElement,
  text = '',
  className = '',
): HTMLElementTagNameMap[Name] {
  const el = document.createElement(name);
  el.textContent = text;
  if (className !== '') el.className = className;
  parent.append(el);
  return el;
}

const header = make('header', document.body);
make('h1', header, `Cards of ${data.vault}`);
const progress = make('span', header, '', 'quiet');
progress.setAttribute('role', 'status');
const tools = make('span', header);
const main = make('main', document.body);
const cardEl = make('section', main);
cardEl.setAttribute('aria-label', 'Card');
const noteEl = make('section', main, '', 'note');
noteEl.setAttribute('aria-label', 'Note');
const footer = make('details', document.body);
make('summary', footer, 'Counts of the whole vault, and the keys');
make('pre', footer, data.counts);
make('p', footer, '1 good · 2 poor · 3 wrong · 0 none · ← → other cards · R remark · S save', 'quiet');

function opinionOf({ id }: PageCard): Opinion {
  return opinions.get(id) ?? { rating: null, remark: '' };
}

function keep(card: PageCard, opinion: Opinion): void {
  opinions.set(card.id, opinion);
  try {
    localStorage.setItem(kept, JSON.stringify([...opinions]));
  } catch {
    // See `readKept`.
  }
}

function go(to: number): void {
  at = Math.min(data.cards.length - 1, Math.max(0, to));
  draw();
}

function rate(rating: Rating | null): void {
  const card = data.cards[at];
  if (!card) return;
  keep(card, { ...opinionOf(card), rating });
  if (rating === null || at === data.cards.length - 1) draw();
  else go(at + 1);
}

function drawCard(card: PageCard): void {
  cardEl.replaceChildren();
  const { source, context, chip, prompt, suspicions } = card;
  make('div', cardEl, [source, chip, ...context].filter((text) => text !== '').join(' › '), 'quiet');
  make('p', cardEl, prompt, 'prompt').dir = 'auto';
  if (suspicions.length > 0) make('p', cardEl, `Suspicion: ${suspicions.join(', ')}`, 'suspicion');
  const details = make('details', cardEl);
  make('summary', details, 'Question as it is in the note', 'quiet');
  // All HTML from a note is escaped here.
  make('div', details).innerHTML = card.questionHtml;
  const answer = make('div', cardEl, '', 'answer');
  answer.dir = 'auto';
  answer.innerHTML = card.answerHtml;
  const bar = make('div', cardEl, '', 'ratings');
  const opinion = opinionOf(card);
  for (const [index, rating] of ratingNames.entries()) {
    const button = make('button', bar, `${index + 1} ${rating}`);
    button.type = 'button';
    button.setAttribute('aria-pressed', String(opinion.rating === rating));
    button.addEventListener('click', () => rate(rating));
  }
  const remark = make('input', bar);
  remark.value = opinion.remark;
  remark.placeholder = 'Remark';
  remark.setAttribute('aria-label', 'Remark');
  remark.addEventListener('input', () => keep(card, { ...opinionOf(card), remark: remark.value }));
}

function drawNote(card: PageCard): void {
  noteEl.replaceChildren();
  const note = data.notes[card.note];
  if (!note) return;
  make('div', noteEl, `${note.path}, line ${card.line}`, 'quiet');
  const pre = make('pre', noteEl);
  pre.tabIndex = 0;
  for (const { text, side } of noteParts(note.text, card.marks)) {
    if (side === null) pre.append(text);
    else make('mark', pre, text, side);
  }
  const first = pre.querySelector('mark');
  if (first) pre.scrollTop = first.offsetTop - pre.offsetTop - 60;
}

function draw(): void {
  const rated = data.cards.filter((card) => opinionOf(card).rating !== null).length;
  progress.textContent = `Card ${at + 1} of ${data.cards.length}, ${rated} rated`;
  const card = data.cards[at];
  if (!card) {
    cardEl.textContent = 'There is no card to judge.';
    return;
  }
  drawCard(card);
  drawNote(card);
}

function save(): void {
  const ratings = data.cards.flatMap((card): RatedCard[] => {
    const { rating, remark } = opinionOf(card);
    if (rating === null) return [];
    const { id, line, source, prompt } = card;
    return [{ id, note: data.notes[card.note]?.path ?? '', line, source, prompt, rating, remark }];
  });
  const text = `${JSON.stringify({ vault: data.vault, shares: data.shares, ratings }, null, 1)}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'ratings.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

const keys: Readonly<Record<string, () => void>> = {
  1: () => rate('good'),
  2: () => rate('poor'),
  3: () => rate('wrong'),
  0: () => rate(null),
  ArrowRight: () => go(at + 1),
  ArrowLeft: () => go(at - 1),
  r: () => cardEl.querySelector('input')?.focus(),
  s: save,
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement) {
    if (event.key === 'Escape' || event.key === 'Enter') event.target.blur();
    return;
  }
  const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!run) return;
  event.preventDefault();
  run();
});

const saveButton = make('button', tools, 'S save the ratings');
saveButton.type = 'button';
saveButton.addEventListener('click', save);
draw();
