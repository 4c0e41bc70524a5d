// What a plugin's view of a base is given: notes with their properties, grouped or not. There is no query language
// here; a test hands over the notes.
import type * as Obsidian from 'obsidian';
import { Component } from './component.ts';
import { documented, Nothing } from './documented.ts';

export class QueryController extends documented<Obsidian.QueryController>(Component) {}

export abstract class BasesView extends documented<Obsidian.BasesView>(Component) {
  override allProperties: Obsidian.BasesPropertyId[] = [];

  constructor(readonly controller: QueryController) {
    super();
  }
}

export class BasesEntry extends documented<Obsidian.BasesEntry>(Nothing) {
  constructor(
    override file: Obsidian.TFile,
    private readonly properties: Readonly<Record<string, unknown>>,
  ) {
    super();
  }

  override getValue(id: Obsidian.BasesPropertyId): Obsidian.Value | null {
    const value = this.properties[id.slice(id.indexOf('.') + 1)];
    return value === undefined || value === null ? null : text(value);
  }
}

/** The one thing that is asked of a value here is its text. */
function text(value: unknown): Obsidian.Value {
  return { toString: () => (Array.isArray(value) ? value.join(', ') : String(value)) } as Obsidian.Value;
}

export class BasesEntryGroup extends documented<Obsidian.BasesEntryGroup>(Nothing) {
  override entries: Obsidian.BasesEntry[];

  constructor(key: unknown, entries: BasesEntry[]) {
    super();
    this.entries = entries;
    if (key !== undefined) this.key = text(key);
  }

  override hasKey(): boolean {
    return this.key !== undefined;
  }
}

export class BasesViewConfig extends documented<Obsidian.BasesViewConfig>(Nothing) {
  override name = 'Base';

  constructor(
    private readonly order: Obsidian.BasesPropertyId[],
    private readonly values: Readonly<Record<string, unknown>>,
  ) {
    super();
  }

  override get(key: string): unknown {
    return this.values[key];
  }

  override getOrder(): Obsidian.BasesPropertyId[] {
    return this.order;
  }

  override getDisplayName(id: Obsidian.BasesPropertyId): string {
    return id.slice(id.indexOf('.') + 1);
  }
}

export class BasesQueryResult extends documented<Obsidian.BasesQueryResult>(Nothing) {
  override data: Obsidian.BasesEntry[];

  constructor(private readonly groups: BasesEntryGroup[]) {
    super();
    this.data = groups.flatMap(({ entries }) => entries);
  }

  override get groupedData(): Obsidian.BasesEntryGroup[] {
    return this.groups;
  }
}
