// What each key, button and menu item of a review does.
import { Menu, Platform } from 'obsidian';
import type { TrackedCard } from '../../app/cards/card-registry.ts';
import { cardPrompt } from '../../app/cards/card-prompt.ts';
import type { Grade } from '../../core/history/event.ts';
import { nextRedo, phaseOf } from '../../core/study/session/session-state.ts';
import { shortened } from '../../core/text/shortened.ts';
import { openMenu, openMenuBelow } from '../parts/open-menu.ts';
import { actionKeys, keyLabel, keysOf, type ActionName } from './keys.ts';
import { flagMenu, flagName } from '../study/flag-menu.ts';
import { EditorModal } from '../study/card-editor.ts';
import { askReset } from '../study/ask-reset.ts';
import { undoneInSession, undoneText } from '../study/undone-text.ts';
import { firstParts } from './card/answer-opening.ts';
import { typingOf } from './typed/typing-of.ts';
import { CardInfoModal } from './info/card-info.ts';
import { gradeName, gradesOf } from './grade-bar.ts';
import { KeyPanel } from './key-panel.ts';
import { editBoxesOf } from '../occlusion/open-editor.ts';
import type { ReviewStage } from './stage.ts';

/** Characters of a question as a name for its card, on one line of a narrow screen. */
const longestName = 32;

export async function runAction(
  name: ActionName | 'more',
  screen: ReviewStage,
  event?: MouseEvent,
): Promise<void> {
  const { desk, review, shell } = screen;
  const { said } = desk.locale.main.review;
  const { session } = review;
  const phase = phaseOf(session);
  const current = session.current?.card ?? null;
  const tracked = current && desk.flashcards.card(current.id);
  switch (name) {
    case 'reveal':
      if (phase === 'answer') grade(screen, screen.face?.typed?.proposed ?? 3);
      else if (phase === 'question') await revealPart(screen);
      return;
    case 'all':
      screen.send({ kind: 'reveal' });
      return;
    case 'again':
      return grade(screen, 1);
    case 'hard':
      return grade(screen, 2);
    case 'good':
      return grade(screen, 3);
    case 'easy':
      return grade(screen, 4);
    case 'undo':
      undo(screen);
      return;
    case 'bury':
    case 'suspend':
    case 'skip':
      if (current && screen.send({ kind: name })) sayUndoable(screen, said[name]);
      return;
    case 'reset':
      if (current && (await askReset(desk, 1)) && review.session.current?.card.id === current.id)
        if (screen.send({ kind: 'reset' })) sayUndoable(screen, said.reset);
      return;
    case 'redo':
      redo(screen);
      return;
    case 'flag': {
      const button = screen.el.find('.nf-tool-more');
      const choose = (flag: number): void => setFlag(screen, flag);
      if (current && button) openMenuBelow(flagMenu(desk.locale, current.schedule.flag, choose), button);
      return;
    }
    case 'edit':
    case 'jump':
    case 'jumpNew':
      if (!tracked) return;
      shell.stepAside();
      await desk.openLine(
        tracked.card.note,
        tracked.card.line,
        name === 'jumpNew' ? 'beside' : 'here',
        name === 'edit',
      );
      return;
    case 'rewrite':
      if (!tracked) return;
      if (tracked.card.source === 'occlusion') {
        await editBoxesOf(desk, tracked.id);
        return;
      }
      new EditorModal(desk, tracked.id, (isSaved) => {
        screen.focus();
        if (isSaved) screen.say(desk.locale.main.editor.saved);
      }).open();
      return;
    case 'copy':
      if (tracked) await copyText(screen, tracked);
      return;
    case 'aloud':
      await screen.aloud.toggle();
      return;
    case 'type':
      screen.switchTyping();
      return;
    case 'info':
      if (current) new CardInfoModal(desk, current.id, () => screen.focus()).open();
      return;
    case 'keys':
      new KeyPanel(desk, () => screen.focus()).open();
      return;
    case 'close':
      shell.close();
      return;
    case 'more':
      showMenu(screen, event);
  }
}

/** Sets the flag of the card on screen; 0 removes it. */
export function setFlag(screen: ReviewStage, flag: number): void {
  const { locale } = screen.desk;
  if (!screen.review.session.current || !screen.send({ kind: 'flag', flag })) return;
  const { actions, review } = locale.main;
  sayUndoable(
    screen,
    flag > 0 ? `${actions.flag.replace(/ ?…$/, '')}: ${flagName(locale, flag)}` : review.said.unflag,
  );
  screen.focus();
}

function grade(screen: ReviewStage, given: Grade): void {
  const { desk, review } = screen;
  const { main, format } = desk.locale;
  const { twoButtons } = desk.flashcards.settings.general;
  if (phaseOf(review.session) !== 'answer' || !gradesOf(twoButtons).includes(given)) return;
  const outcome = screen.offered?.[given - 1];
  const { current } = review.session;
  const shown = current && desk.flashcards.card(current.card.id);
  if (!screen.send({ kind: 'grade', grade: given })) return;
  if (!outcome || !shown) screen.say(gradeName(desk.locale, given));
  else {
    const question = shortened(cardPrompt(shown.card, desk.locale.app.prompt), longestName, longestName - 1);
    const { graded, leech, said } = main.review;
    const isOff = desk.flashcards.study.known(shown.id)?.suspended === true;
    sayUndoable(
      screen,
      isOff ? `${question}: ${leech}. ${said.suspend}` : graded(question, format.interval(outcome.minutes)),
    );
  }
}

function sayUndoable(screen: ReviewStage, text: string): void {
  screen.say(text, { undo: () => screen.run('undo') });
}

async function copyText(screen: ReviewStage, { id }: TrackedCard): Promise<void> {
  const card = await screen.desk.flashcards.texts.find(id);
  if (!card) return;
  await screen.el.win.navigator.clipboard.writeText(`${card.question}\n\n${card.answer}`);
  screen.say(screen.desk.locale.main.review.said.copy);
}

async function revealPart(screen: ReviewStage): Promise<void> {
  const { face, desk } = screen;
  const way = face?.opening(desk.flashcards.settings.general) ?? 'whole';
  const parts = way === 'whole' || !face ? [] : await face.parts();
  if (face !== screen.face) return;
  const first = firstParts(parts);
  if (way === 'steps' && parts.length > 1) screen.send({ kind: 'reveal-part', parts: parts.length });
  else
    screen.send(
      way === 'first' && first < parts.length ? { kind: 'reveal', parts: first } : { kind: 'reveal' },
    );
}

function undo(screen: ReviewStage): void {
  const { desk, review } = screen;
  const { done, practice } = review.session;
  const own = done.at(-1);
  const earlier = own || practice ? null : desk.flashcards.history.undoable();
  const undone = own ? undoneInSession(own, desk) : earlier && undoneText(earlier, desk);
  const { problems, undone: words } = desk.locale.main;
  if (undone === null) screen.say(problems.noUndo);
  else if (screen.send({ kind: 'undo' })) screen.say(words.undid(undone));
}

function redo(screen: ReviewStage): void {
  const { desk, review } = screen;
  const { practice } = review.session;
  const own = nextRedo(review.session);
  const earlier = own || practice ? null : (desk.flashcards.history.redoable()?.action ?? null);
  const redone = own ? undoneInSession(own, desk) : earlier && undoneText(earlier, desk);
  const { problems, undone: words } = desk.locale.main;
  if (redone === null) screen.say(problems.noRedo);
  else if (screen.send({ kind: 'redo' })) screen.say(words.redid(redone));
}

function showMenu(screen: ReviewStage, event?: MouseEvent): void {
  const { locale } = screen.desk;
  const menu = new Menu();
  const isCard = screen.review.session.current !== null;
  const { keys: own } = screen.desk.flashcards.settings.general;
  for (const { name, icon, menu: isShown } of actionKeys) {
    if (!isShown) continue;
    const [key] = keysOf(name, own);
    menu.addItem((item) => {
      item
        .setTitle(
          key === undefined
            ? locale.main.actions[name]
            : `${locale.main.actions[name]} (${keyLabel(locale, key, Platform.isMacOS)})`,
        )
        .setIcon(icon)
        .setChecked(name === 'type' && typingOf(screen) !== 'off')
        .setDisabled(!isCard && name !== 'keys' && name !== 'redo')
        .onClick(() => screen.run(name));
    });
  }
  const id = screen.review.session.current?.card.id ?? '';
  if (screen.desk.flashcards.card(id)?.card.source === 'occlusion')
    menu.addItem((item) => {
      item
        .setTitle(locale.occlusion.command)
        .setIcon('picture-in-picture')
        .onClick(() => editBoxesOf(screen.desk, id));
    });
  if (event) openMenu(menu, event);
}
