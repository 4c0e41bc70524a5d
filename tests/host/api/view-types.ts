// Which view a type name stands for, now.
import type * as Obsidian from 'obsidian';
import type { WorkspaceLeaf } from './leaf.ts';

type Creator = (leaf: WorkspaceLeaf) => Obsidian.View;
type Listener = (type: string, registered: boolean) => void;

export class ViewTypes {
  private readonly creators = new Map<string, Creator>();
  private listener: Listener = () => undefined;

  onChange(listener: Listener): void {
    this.listener = listener;
  }

  get(type: string): Creator | undefined {
    return this.creators.get(type);
  }

  register(type: string, creator: Creator): void {
    if (this.creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.creators.set(type, creator);
    this.listener(type, true);
  }

  unregister(type: string): void {
    this.creators.delete(type);
    this.listener(type, false);
  }
}
