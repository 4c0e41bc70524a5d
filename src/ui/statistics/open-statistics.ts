// Opens the statistics tab; there is only one.
import type { App } from 'obsidian';
import { statisticsViewType } from './statistics-view.ts';

export async function openStatistics({ workspace }: Pick<App, 'workspace'>): Promise<void> {
  const [open] = workspace.getLeavesOfType(statisticsViewType);
  const leaf = open ?? workspace.getLeaf('tab');
  if (!open) await leaf.setViewState({ type: statisticsViewType, active: true });
  await workspace.revealLeaf(leaf);
}
