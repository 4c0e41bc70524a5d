// Keys: a stack of scopes; the top one gets a key first, then its parents.
import type * as Obsidian from 'obsidian';
import { documented, Nothing } from './documented.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

function held(event: MouseEvent | TouchEvent | KeyboardEvent): string[] {
  const names: string[] = [];
  if (event.ctrlKey) names.push('Ctrl');
  if (event.metaKey) names.push('Meta');
  if (event.altKey) names.push('Alt');
  if (event.shiftKey) names.push('Shift');
  return names.sort();
}

const compiled = (modifiers: readonly Obsidian.Modifier[]) =>
  modifiers
    .map((name) => (name === 'Mod' ? (isMac ? 'Meta' : 'Ctrl') : name))
    .sort()
    .join(',');

interface Handler extends Obsidian.KeymapEventHandler {
  readonly func: Obsidian.KeymapEventListener;
}

/** The name of the key whatever the layout and the modifiers make of it: `p` for Ctrl+Shift+P. */
function virtualKey({ code, key }: KeyboardEvent): string {
  return /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1] ?? key;
}

export class Scope extends documented<Obsidian.Scope>(Nothing) {
  private readonly handlers: Handler[] = [];

  constructor(private readonly parent?: Obsidian.Scope) {
    super();
  }

  override register(
    modifiers: Obsidian.Modifier[] | null,
    key: string | null,
    func: Obsidian.KeymapEventListener,
  ): Obsidian.KeymapEventHandler {
    const handler: Handler = { scope: this, modifiers: modifiers && compiled(modifiers), key, func };
    this.handlers.push(handler);
    return handler;
  }

  override unregister(handler: Obsidian.KeymapEventHandler): void {
    const at = this.handlers.indexOf(handler as Handler);
    if (at >= 0) this.handlers.splice(at, 1);
  }

  /** What the first handler that fits returns; false means that the key is dealt with. */
  handle(event: KeyboardEvent): unknown {
    const modifiers = held(event).join(',');
    const vkey = virtualKey(event);
    for (const handler of [...this.handlers]) {
      if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
      const wanted = handler.key?.toLowerCase();
      if (wanted !== undefined && wanted !== event.key.toLowerCase() && wanted !== vkey.toLowerCase())
        continue;
      return handler.func(event, { modifiers, key: event.key, vkey });
    }
    return this.parent instanceof Scope ? this.parent.handle(event) : undefined;
  }
}

export class Keymap extends documented<Obsidian.Keymap>(Nothing) {
  private readonly scopes: Obsidian.Scope[] = [];

  /** `root` is asked for when no scope is pushed: the scope of the view that is active. */
  constructor(private readonly root: () => Obsidian.Scope) {
    super();
    this.listenTo(window);
  }

  /** Each window has keys of its own. */
  listenTo(win: Window): void {
    win.addEventListener(
      'keydown',
      (event) => {
        if (event.isComposing) return;
        const scope = this.scopes.at(-1) ?? this.root();
        if (!(scope instanceof Scope) || scope.handle(event) !== false) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true },
    );
  }

  override pushScope(scope: Obsidian.Scope): void {
    this.popScope(scope);
    this.scopes.push(scope);
  }

  override popScope(scope: Obsidian.Scope): void {
    const at = this.scopes.indexOf(scope);
    if (at >= 0) this.scopes.splice(at, 1);
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Obsidian.Modifier): boolean {
    return held(event).includes(compiled([modifier]));
  }

  /** Ctrl or a middle click asks for a new tab, with Alt for a split, with Alt and Shift for a window. */
  static isModEvent(event?: Obsidian.UserEvent | null): Obsidian.PaneType | boolean {
    if (!event) return false;
    const middle = 'button' in event && event.button === 1;
    if (!middle && !Keymap.isModifier(event, 'Mod')) return false;
    if (!event.altKey) return 'tab';
    return event.shiftKey ? 'window' : 'split';
  }
}
