// The keys of a self-test: those of a review and the arrows, while the focus is in it.
import { Scope, type App, type Modifier } from 'obsidian';
import { keysOf, type ActionName, type OwnKeys } from '../review/keys.ts';

export const testActions = [
  'reveal',
  'again',
  'hard',
  'good',
  'easy',
  'undo',
  'redo',
  'info',
  'close',
] as const satisfies readonly ActionName[];

export type TestAction = (typeof testActions)[number] | 'next' | 'previous';

/** The keys are registered one by one: any other key goes to the app as if there were no test. */
export function testScope(app: App, own: OwnKeys, run: (action: TestAction) => void): Scope {
  const scope = new Scope(app.scope);
  const add = (keys: readonly string[], action: TestAction): void => {
    for (const written of keys) {
      const [, mod, shift, key = ''] = /^(Mod\+)?(Shift\+)?(.+)$/s.exec(written) ?? [];
      const held: Modifier[] = [...(mod ? ['Mod' as const] : []), ...(shift ? ['Shift' as const] : [])];
      scope.register(held, key, ({ repeat }) => {
        // A key held down must not grade a run of cards.
        if (!repeat) run(action);
        return false;
      });
    }
  };
  for (const name of testActions) add(keysOf(name, own), name);
  add(['ArrowDown'], 'next');
  add(['ArrowUp'], 'previous');
  return scope;
}
