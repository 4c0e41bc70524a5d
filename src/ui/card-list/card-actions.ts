// Actions on cards in the list: the buttons, the keys and the menu read the same list.
import { Menu, type MenuPositionDef } from 'obsidian';
import type { Schedule } from '../../core/schedule/schedule.ts';
import type { Desk } from '../shell/desk.ts';
import { flagMenu } from '../study/flag-menu.ts';
import { openMenuBelow } from '../parts/open-menu.ts';
import { askReset } from '../study/ask-reset.ts';
import { CardInfoModal } from '../review/info/card-info.ts';
import { editBoxesOf } from '../occlusion/open-editor.ts';
import { InputModal } from './input-modal.ts';
import type { Locale } from '../locale.ts';

/** Days; as the longest interval. */
const furthest = 36_500;

export type CardActionName =
  keyof Locale['cardList']['actions'] | keyof Locale['card'] | 'rewrite' | 'occlude';

/** As shown on a button or in a menu. */
export function titleOf(locale: Locale, name: CardActionName): string {
  const titles: Readonly<Record<CardActionName, string>> = {
    ...locale.cardList.actions,
    ...locale.card,
    rewrite: locale.main.actions.rewrite,
    occlude: locale.occlusion.command,
  };
  return titles[name];
}

export interface CardAction {
  readonly name: CardActionName;
  readonly icon: string;
  /** As `KeyboardEvent.key`; null for what only the menu has. */
  readonly key: string | null;
  /** Returns a sentence if cards were changed. @param at where a menu that led here was opened */
  run(at?: MenuPositionDef): string | null;
}

/** What marks cards, or takes the mark away. */
type Marking = CardActionName & keyof Locale['cardList']['done'];

/**
 * @param ids at least one; @param active the card for actions on a single card
 * @param say tells what was done once the user has answered a question; @param edit opens the text of a card
 */
export function cardActions(
  desk: Desk,
  ids: readonly string[],
  active: string,
  say: (sentence: string) => void,
  edit: (id: string) => void,
): readonly CardAction[] {
  const { done } = desk.locale.cardList;
  const { flashcards: cards } = desk;
  const { today } = cards.study;
  const having = (test: (schedule: Schedule) => boolean): readonly string[] =>
    ids.filter((id) => test(cards.study.schedule(id)));
  const study = (practice: boolean) => (): null => {
    desk.study({ scope: { kind: 'search', cards: new Set(ids) }, ...(practice && { practice }) });
    return null;
  };
  /** Sets a mark on the cards without it, or removes it if they all have it. */
  const mark = (
    names: readonly [on: Marking, off: Marking],
    rest: Pick<CardAction, 'icon' | 'key'>,
    field: string,
    values: readonly [on: unknown, off: unknown],
    isOn: (schedule: Schedule) => boolean,
    among = ids,
  ): CardAction => {
    const without = among.filter((id) => !isOn(cards.study.schedule(id)));
    const which = without.length > 0 ? 0 : 1;
    const concerned = without.length > 0 ? without : among;
    return {
      ...rest,
      name: names[which],
      run: () => {
        cards.mark(concerned, field, values[which]);
        return done[names[which]](concerned.length);
      },
    };
  };
  const isBuried = ({ buriedUntil }: Schedule): boolean => buriedUntil !== null && buriedUntil >= today;
  const askable = ids.filter((id) => {
    const tracked = cards.card(id);
    return tracked !== null && (cards.study.schedule(id).ask || cards.study.isAside(tracked));
  });
  const ask = (): CardAction =>
    mark(
      ['ask', 'unask'],
      { icon: 'message-circle-question', key: 'a' },
      'ask',
      [true, false],
      (one) => one.ask,
      askable,
    );
  const ofNotes = cardsBeside(desk, ids);
  /** For all cards of the notes. */
  const markNotes = (
    [name, said]: readonly ['suspendNote', 'suspend'] | readonly ['buryNote', 'bury'],
    icon: string,
    [field, value]: readonly [string, unknown],
    isOn: (schedule: Schedule) => boolean,
  ): readonly CardAction[] => {
    const run = (): string => {
      const rest = ofNotes.filter((id) => !isOn(cards.study.schedule(id)));
      if (rest.length > 0) cards.mark(rest, field, value);
      return done[said](rest.length);
    };
    return ofNotes.length > ids.length ? [{ name, icon, key: null, run }] : [];
  };
  const learned = having(({ state }) => state !== 'new');
  const setDue = (): null => {
    const { actions, dueIn } = desk.locale.cardList;
    const asked = { title: actions.due, label: dueIn, type: 'number', value: '0', most: furthest } as const;
    new InputModal(desk, asked, (days) => {
      cards.mark(learned, 'due', today + Number(days));
      say(done.due(learned.length));
    }).open();
    return null;
  };
  const unseen = having(({ state }) => state === 'new');
  const reposition = (at?: MenuPositionDef): null => {
    const { cardList, decks } = desk.locale;
    const menu = new Menu();
    const places = [
      [-1, cardList.first],
      [1, cardList.last],
      [0, decks.asAll],
    ] as const;
    for (const [place, title] of places)
      menu.addItem((item) =>
        item.setTitle(title).onClick(() => {
          cards.reposition(unseen, place);
          say(done.position(unseen.length));
        }),
      );
    open(menu, at);
    return null;
  };
  const occlude: CardAction = {
    name: 'occlude',
    icon: 'picture-in-picture',
    key: null,
    run: () => {
      void editBoxesOf(desk, active);
      return null;
    },
  };
  return [
    { name: 'study', icon: 'play', key: 's', run: study(false) },
    { name: 'practice', icon: 'dumbbell', key: 'p', run: study(true) },
    {
      name: 'open',
      icon: 'file-text',
      key: 'Enter',
      run: () => {
        const card = cards.card(active)?.card;
        if (card) void desk.openLine(card.note, card.line, 'beside');
        return null;
      },
    },
    {
      name: 'rewrite',
      icon: 'pencil-line',
      key: 'e',
      run: () => {
        edit(active);
        return null;
      },
    },
    ...(cards.card(active)?.card.source === 'occlusion' ? [occlude] : []),
    ...(askable.length > 0 ? [ask()] : []),
    mark(
      ['suspend', 'resume'],
      { icon: 'ban', key: 'x' },
      'suspended',
      [true, false],
      (one) => one.suspended,
    ),
    mark(['bury', 'unbury'], { icon: 'moon', key: 'b' }, 'buried', [today, null], isBuried),
    ...markNotes(['suspendNote', 'suspend'], 'file-x', ['suspended', true], (one) => one.suspended),
    ...markNotes(['buryNote', 'bury'], 'file-clock', ['buried', today], isBuried),
    {
      name: 'flag',
      icon: 'flag',
      key: 'f',
      run: (at) => {
        const menu = flagMenu(desk.locale, cards.study.schedule(active).flag, (flag) => {
          cards.mark(ids, 'flag', flag);
          say(done[flag > 0 ? 'flag' : 'unflag'](ids.length));
        });
        open(menu, at);
        return null;
      },
    },
    ...(learned.length > 0 ? [{ name: 'due', icon: 'calendar-clock', key: 'd', run: setDue } as const] : []),
    ...(unseen.length > 0
      ? [{ name: 'position', icon: 'list-ordered', key: null, run: reposition } as const]
      : []),
    {
      name: 'reset',
      icon: 'rotate-ccw',
      key: null,
      run: () => {
        if (learned.length === 0) return done.reset(0);
        void askReset(desk, learned.length).then((isYes) => {
          if (!isYes) return;
          cards.mark(learned, 'reset', true);
          say(done.reset(learned.length));
        });
        return null;
      },
    },
    {
      name: 'info',
      icon: 'info',
      key: 'i',
      run: () => {
        new CardInfoModal(desk, active, () => undefined).open();
        return null;
      },
    },
  ];
}

/** Once a menu has closed, nothing tells where it was. */
function open(menu: Menu, at?: MenuPositionDef): void {
  if (at) menu.showAtPosition(at, activeDocument);
  else openMenuBelow(menu, activeDocument.activeElement ?? activeDocument.body);
}

/** All cards of the notes that these are in. */
function cardsBeside({ flashcards }: Desk, ids: readonly string[]): readonly string[] {
  const notes = new Set(ids.flatMap((id) => flashcards.card(id)?.card.note ?? []));
  return [...notes].flatMap((path) => (flashcards.linker.notes.get(path) ?? []).map(({ id }) => id));
}
