// Adds the actions to the app's menus of files and of the editor, and as commands. Nothing is there, and nothing waits,
// until the plugin is ready.
import { MarkdownView, type Plugin } from 'obsidian';
import type { Locale } from '../locale.ts';
import type { Desk } from '../shell/desk.ts';
import { actionTitle, addActions, icons, type Action, type ActionName } from './action.ts';
import { noteActions } from './note-actions.ts';
import { placeActions } from './place-actions.ts';
import { activePlace } from './place.ts';

const onNote: readonly ActionName[] = ['list-note', 'deck-options', 'add-tag', 'remove-tag'];
const onPlace: readonly ActionName[] = ['study-section', 'find-card', 'exclude-section', 'toggle-cloze'];

/** @param desk null until the plugin is ready */
export function addMenus(plugin: Plugin, locale: Locale, desk: () => Desk | null): void {
  const { workspace } = plugin.app;
  const withDesk = (actions: (ready: Desk) => readonly Action[]): readonly Action[] => {
    const ready = desk();
    if (!ready) return [];
    const safe = async (run: Action['run']): Promise<void> => {
      try {
        await run();
      } catch (error) {
        ready.tell(locale.failed(error));
      }
    };
    return actions(ready).map((action) => ({ ...action, run: () => safe(action.run) }));
  };
  plugin.registerEvent(
    workspace.on('file-menu', (menu, file) =>
      addActions(
        menu,
        locale,
        withDesk((ready) => noteActions(ready, [file])),
      ),
    ),
  );
  plugin.registerEvent(
    workspace.on('files-menu', (menu, files) =>
      addActions(
        menu,
        locale,
        withDesk((ready) => noteActions(ready, files)),
      ),
    ),
  );
  plugin.registerEvent(
    workspace.on('editor-menu', (menu, editor, info) => {
      const { file } = info;
      const view = info instanceof MarkdownView ? info : null;
      if (file)
        addActions(
          menu,
          locale,
          withDesk((ready) => placeActions(ready, { file, editor, view }, true)),
        );
    }),
  );
  const add = (name: ActionName, actions: (ready: Desk) => readonly Action[]): void => {
    plugin.addCommand({
      id: name,
      name: actionTitle(locale, name),
      icon: icons[name],
      checkCallback: (checking) => {
        const action = withDesk(actions).find((one) => one.name === name);
        if (!checking) void action?.run();
        return action !== undefined;
      },
    });
  };
  for (const name of onNote)
    add(name, (ready) => {
      const file = workspace.getActiveFile();
      return file ? noteActions(ready, [file]) : [];
    });
  for (const name of onPlace)
    add(name, (ready) => {
      const place = activePlace(plugin.app);
      return place ? placeActions(ready, place, false) : [];
    });
}
