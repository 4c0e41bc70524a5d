// Opens one of our screens in a tab, or brings an open one to the front.
import type { App, View } from 'obsidian';

/** @param state null leaves an open tab as it is */
export async function openTab(
  { workspace }: App,
  type: string,
  state: Readonly<Record<string, unknown>> | null,
): Promise<View> {
  const [open] = workspace.getLeavesOfType(type);
  const leaf = open ?? workspace.getLeaf('tab');
  if (!open || state) await leaf.setViewState({ type, active: true, ...(state && { state: { ...state } }) });
  await workspace.revealLeaf(leaf);
  return leaf.view;
}
