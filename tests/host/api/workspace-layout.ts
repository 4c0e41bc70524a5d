// Which tabs are open, kept between starts in local storage: the app's workspace.json would be one more file written.
import type { Dock } from './tab-group.ts';
import type { Workspace } from './workspace.ts';

interface KeptLeaf {
  readonly type: string;
  readonly state: Record<string, unknown>;
  readonly top: boolean;
}

interface KeptDock {
  readonly leaves: readonly KeptLeaf[];
  readonly collapsed: boolean;
}

export interface Layout {
  readonly middle: KeptDock;
  readonly right: KeptDock;
  readonly left: { readonly collapsed: boolean };
}

function keep(dock: Dock): KeptDock {
  const leaves = dock.leaves.map((leaf) => {
    const { type, state = {} } = leaf.getViewState();
    return { type, state, top: leaf.group.top === leaf };
  });
  return { leaves, collapsed: dock.collapsed };
}

export function readLayout(workspace: Workspace): Layout {
  return {
    middle: keep(workspace.middle),
    right: keep(workspace.rightSplit),
    left: { collapsed: workspace.leftSplit.collapsed },
  };
}

async function fill(workspace: Workspace, dock: Dock, kept: KeptDock): Promise<void> {
  if (kept.collapsed) dock.collapse();
  for (const { type, state, top } of kept.leaves) {
    const leaf = workspace.newLeaf(dock);
    await leaf.defer({ type, state });
    if (top) dock.groups[0]?.show(leaf);
  }
  // What is in the background, or in a sidebar that is closed, stays deferred.
  if (!dock.collapsed) await dock.groups[0]?.top?.loadIfDeferred();
}

export async function restoreLayout(workspace: Workspace, layout: Layout): Promise<void> {
  if (layout.left.collapsed) workspace.leftSplit.collapse();
  await fill(workspace, workspace.rightSplit, layout.right);
  await fill(workspace, workspace.middle, layout.middle);
  const top = workspace.middle.groups[0]?.top ?? workspace.newLeaf(workspace.middle);
  workspace.setActiveLeaf(top);
}
