// A base as a test gives it, shown by a plugin's view.
import type * as Obsidian from 'obsidian';
import {
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesViewConfig,
  QueryController,
} from '../api/bases.ts';
import { ItemView } from '../api/view.ts';
import type { Desk } from './host-commands.ts';

export interface GivenBase {
  readonly groups: readonly { readonly key?: string; readonly paths: readonly string[] }[];
  /** Ids of the properties to show, such as `file.name` and `note.status`. */
  readonly order: Obsidian.BasesPropertyId[];
  readonly options?: Readonly<Record<string, unknown>>;
}

class BaseTab extends ItemView {
  override getViewType(): string {
    return 'bases';
  }

  override getDisplayText(): string {
    return 'Base';
  }
}

export async function openBase(
  { app, workspace, registry }: Desk,
  viewType: string,
  base: GivenBase,
): Promise<void> {
  const registration = registry.basesViews.get(viewType);
  if (!registration) throw new Error(`no view for bases is called ${viewType}`);
  const leaf = workspace.getLeaf('tab');
  const view = new BaseTab(leaf);
  await leaf.open(view);
  const el = view.contentEl.createDiv('bases-view');
  const controller = view.addChild(new QueryController());
  const shown = view.addChild(registration.factory(controller, el));
  const entryOf = (path: string): BasesEntry => {
    const file = app.vault.getFileByPath(path);
    if (!file) throw new Error(`${path} is not in the vault`);
    return new BasesEntry(file, app.metadataCache.getFileCache(file)?.frontmatter ?? {});
  };
  shown.app = app;
  shown.config = new BasesViewConfig(base.order, base.options ?? {});
  shown.data = new BasesQueryResult(
    base.groups.map(({ key, paths }) => new BasesEntryGroup(key, paths.map(entryOf))),
  );
  shown.onDataUpdated();
}
