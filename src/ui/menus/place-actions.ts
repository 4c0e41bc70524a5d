// What can be done at a place in a note: study its section, show its card, leave the section out, make a cloze. A note is
// only changed by the last two, the one after a yes; one undo of the editor takes each back.
import type { Editor } from 'obsidian';
import { clozeEdit } from '../../core/card/edit/cloze-edit.ts';
import { exclusionAt } from '../../core/card/edit/exclude.ts';
import { cardAt, cardsIn, partAt, skipReasonAt } from '../../core/card/edit/part.ts';
import { noteTitle } from '../../core/card/extract.ts';
import { problemMessage } from '../../core/text/message.ts';
import { ask } from '../parts/confirm.ts';
import { CardInfoModal } from '../review/info/card-info.ts';
import type { Desk } from '../shell/desk.ts';
import type { Action } from './action.ts';
import { isReady } from './note-actions.ts';
import { editorText, liveCards, readPlace, type LiveNote, type Place } from './place.ts';

/** Says why no card is at a place. */
function tellNone(desk: Desk, { file }: Place, { text, outline, selected }: LiveNote): void {
  const { flashcards, locale } = desk;
  const { skipped, watched } = flashcards.library.cardsOf(file.path, text);
  const reason = skipReasonAt(selected.start, skipped, outline, text);
  if (!watched) desk.tell(locale.main.sidebar.untagged(flashcards.settings.cards.tags[0] ?? ''));
  else desk.tell(reason === null ? locale.menus.none : locale.menus.no(locale.main.skipped[reason]));
}

async function studySection(desk: Desk, place: Place): Promise<void> {
  const note = await readPlace(desk.app, place);
  const { cards, idOf } = await liveCards(desk, place, note);
  const part = partAt(note.text, note.outline, note.selected);
  const ids = cardsIn(part, cards, note.text).flatMap((nth) => idOf(nth) ?? []);
  if (ids.length === 0) tellNone(desk, place, note);
  else desk.study({ scope: { kind: 'note', note: place.file.path, cards: new Set(ids) } });
}

async function findCard(desk: Desk, place: Place): Promise<void> {
  const note = await readPlace(desk.app, place);
  const { cards, idOf } = await liveCards(desk, place, note);
  const id = idOf(cardAt(note.selected.start, cards, note.text));
  if (id === undefined) tellNone(desk, place, note);
  else new CardInfoModal(desk, id, () => undefined).open();
}

async function excludeSection(desk: Desk, place: Place): Promise<void> {
  const { app, locale, flashcards } = desk;
  const { file, editor } = place;
  const note = await readPlace(app, place);
  const { text, outline, selected } = note;
  const cardsOf = (one: string) => flashcards.library.cardsOf(file.path, one);
  const { cards, skipped, watched } = cardsOf(text);
  if (!watched || skipReasonAt(selected.start, skipped, outline, text) === 'left out by "no cards"') {
    tellNone(desk, place, note);
    return;
  }
  const found = exclusionAt(text, outline, selected.start);
  if (!found) {
    const line = text.slice(0, selected.start).split('\n').length;
    desk.tell(locale.say(problemMessage('note/notChanged', line, problemMessage('note/crowded'))));
    return;
  }
  const { at, put, heading } = found;
  const edited = text.slice(0, at) + put + text.slice(at);
  const hidden = cards.length - cardsOf(edited).cards.length;
  const isSure = await ask(app, {
    title: locale.menus.exclude.replace(/ ?…$/, ''),
    text: locale.menus.hides(heading ?? noteTitle(file.path), hidden),
    yes: locale.menus.addLine,
    no: locale.main.tagNote.no,
  });
  if (!isSure) return;
  let isSame = true;
  if (editor) {
    const now = editorText(editor);
    isSame = now.text === text;
    if (isSame) editor.transaction({ changes: [{ from: now.position(at), text: put }] });
  } else {
    await app.vault.process(file, (now) => {
      isSame = now.replace('\uFEFF', '') === text;
      return isSame ? now.replace(text, () => edited) : now;
    });
  }
  if (!isSame) desk.tell(locale.main.editor.changed);
}

function toggleCloze(desk: Desk, editor: Editor): void {
  const { text, offset, position } = editorText(editor);
  const edit = clozeEdit(
    text,
    editor.listSelections().map(({ anchor, head }) => {
      const [a, b] = [offset(anchor), offset(head)];
      return { start: Math.min(a, b), end: Math.max(a, b) };
    }),
  );
  if (typeof edit === 'string') desk.tell(desk.locale.menus.refused[edit]);
  else
    editor.transaction({
      changes: edit.map(({ start, end, put }) => ({ from: position(start), to: position(end), text: put })),
    });
}

/** @param isMenu whether only what fits is wanted */
export function placeActions(desk: Desk, place: Place, isMenu: boolean): readonly Action[] {
  const { flashcards } = desk;
  const { file, editor } = place;
  const note = flashcards.note(file.path);
  if (file.extension !== 'md' || !isReady(desk) || (isMenu && !note)) return [];
  const actions: Action[] = [];
  if (note && note.count > 0) {
    actions.push(
      { name: 'study-section', run: () => studySection(desk, place) },
      { name: 'exclude-section', run: () => excludeSection(desk, place) },
    );
  }
  actions.push({ name: 'find-card', run: () => findCard(desk, place) });
  const { sourcesOff, clozeMarks } = flashcards.settings.cards;
  const isMarked = (): boolean =>
    editor?.somethingSelected() === true || editor?.getLine(editor.getCursor().line).includes('==') === true;
  const isCloze = clozeMarks.highlight && !sourcesOff.includes('cloze');
  if (editor && (!isMenu || (isCloze && isMarked())))
    actions.push({ name: 'toggle-cloze', run: () => toggleCloze(desk, editor) });
  return actions;
}
