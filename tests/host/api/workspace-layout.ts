// Which tabs are open, as plain data in the shape of the app's own layouts: splits of groups of tabs, sidebars, and
// windows. Kept between starts in local storage: the app's workspace.json would be one more file written.
import type { WorkspaceLeaf } from './leaf.ts';
import type { Dock, TabGroup } from './tab-group.ts';
import type { Workspace } from './workspace.ts';

interface KeptLeaf {
  readonly id?: string;
  readonly type: 'leaf';
  readonly state: {
    readonly type: string;
    readonly state: Record<string, unknown>;
    readonly pinned?: boolean;
  };
}

interface KeptGroup {
  readonly type: 'tabs';
  readonly children: readonly KeptLeaf[];
  readonly currentTab?: number;
  readonly stacked?: boolean;
}

interface KeptDock {
  readonly type: 'split' | 'window';
  readonly children: readonly KeptGroup[];
  readonly collapsed?: boolean;
}

export interface Layout {
  readonly main: KeptDock;
  readonly left: KeptDock;
  readonly right: KeptDock;
  readonly floating?: { readonly type: 'floating'; readonly children: readonly KeptDock[] };
  /** Id of the leaf that is active. */
  readonly active?: string;
}

/** A layout with one group of tabs in the middle. */
export function layoutOf(leaves: readonly KeptLeaf['state'][], isLeftCollapsed: boolean): Layout {
  const children: KeptGroup[] = [
    { type: 'tabs', children: leaves.map((state) => ({ type: 'leaf', state })), currentTab: 0 },
  ];
  const closed: KeptDock = { type: 'split', children: [], collapsed: true };
  return {
    main: { type: 'split', children },
    left: { ...closed, collapsed: isLeftCollapsed },
    right: closed,
  };
}

/** The host's own, which is there from the start. */
const isOwn = (leaf: WorkspaceLeaf): boolean => leaf.view.getViewType() === 'file-explorer';

function keepLeaf(leaf: WorkspaceLeaf): KeptLeaf {
  const { type, state = {} } = leaf.getViewState();
  return { id: leaf.id, type: 'leaf', state: { type, state, ...(leaf.pinned && { pinned: true }) } };
}

function keepGroup({ leaves, top, stacked }: TabGroup): KeptGroup {
  const kept = leaves.filter((leaf) => !isOwn(leaf));
  return {
    type: 'tabs',
    children: kept.map(keepLeaf),
    ...(top && { currentTab: Math.max(0, kept.indexOf(top)) }),
    ...(stacked && { stacked }),
  };
}

function keep(dock: Dock, type: KeptDock['type'] = 'split'): KeptDock {
  return { type, children: dock.groups.map(keepGroup), collapsed: dock.collapsed };
}

export function readLayout(workspace: Workspace): Layout {
  const { middle, leftSplit, rightSplit, windows, activeLeaf } = workspace;
  return {
    main: keep(middle),
    left: keep(leftSplit),
    right: keep(rightSplit),
    floating: { type: 'floating', children: windows.map((dock) => keep(dock, 'window')) },
    ...(activeLeaf && { active: activeLeaf.id }),
  };
}

/** @param leaves receives each leaf by its id in the layout */
async function fill(
  workspace: Workspace,
  dock: Dock,
  kept: KeptDock,
  leaves: Map<string, WorkspaceLeaf>,
): Promise<void> {
  if (kept.collapsed) dock.collapse();
  else dock.expand();
  const shown: WorkspaceLeaf[] = [];
  for (const [nth, { children, currentTab = 0, stacked = false }] of kept.children.entries()) {
    const group = dock.groups[nth] ?? dock.addGroup();
    for (const { id, state } of children) {
      const leaf = workspace.newLeaf(dock, group);
      if (id !== undefined) leaves.set(id, leaf);
      leaf.pinned = state.pinned === true;
      await leaf.defer(state);
    }
    group.setStacked(stacked);
    const made = group.leaves.filter((leaf) => !isOwn(leaf));
    const top = made[currentTab];
    if (top) group.show(top);
    shown.push(...(stacked ? made : top ? [top] : []));
  }
  // What is in the background, or in a sidebar that is closed, stays deferred.
  if (!dock.collapsed) for (const leaf of shown) await leaf.loadIfDeferred();
}

export async function restoreLayout(workspace: Workspace, layout: Layout): Promise<void> {
  const leaves = new Map<string, WorkspaceLeaf>();
  await fill(workspace, workspace.leftSplit, layout.left, leaves);
  await fill(workspace, workspace.rightSplit, layout.right, leaves);
  await fill(workspace, workspace.middle, layout.main, leaves);
  for (const kept of layout.floating?.children ?? [])
    await fill(workspace, workspace.openWindow(), kept, leaves);
  const top = workspace.middle.groups[0]?.top ?? workspace.newLeaf(workspace.middle);
  workspace.setActiveLeaf(leaves.get(layout.active ?? '') ?? top);
}
