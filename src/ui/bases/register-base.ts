// "Flashcards" as a view in Obsidian's Bases, if the app has them (since 1.10) and the user has turned them on.
import {
  BasesView,
  requireApiVersion,
  type BasesEntry,
  type BasesEntryGroup,
  type Plugin,
  type QueryController,
} from 'obsidian';
import type { Desk, Starting } from '../shell/desk.ts';
import { Redraw, replaceFocused } from '../parts/redraw.ts';
import { drawWhenReady } from '../shell/draw-when-ready.ts';
import { figureColumns, type FigureColumn } from './arrange.ts';
import { drawBase } from './base-table.ts';

const baseViewType = 'note-flashcards-base';

/** ms between a card change and the redraw. */
const drawAfter = 300;
const optionAll = 'withAll';
/** Already shown in the first column. */
const nameProperty = 'file.name';

export function registerBase(plugin: Plugin, starting: Starting): void {
  const { bases: baseWords } = starting.locale;
  if (requireApiVersion('1.10.0')) {
    // Defined here because older apps have no such class to extend.
    class FlashcardsBase extends BasesView {
      override readonly type = baseViewType;
      readonly #el: HTMLElement;
      #desk: Desk | null = null;
      readonly #redraw = new Redraw(drawAfter, () => this.#draw());

      constructor(controller: QueryController, parent: HTMLElement) {
        super(controller);
        this.#el = parent.createDiv('nf-base');
      }

      override onload(): void {
        this.register(() => this.#redraw.close());
        drawWhenReady(
          { contentEl: this.#el, register: (close) => this.register(close) },
          starting,
          (desk) => {
            this.#desk = desk;
            this.register(desk.flashcards.onChange(() => this.#redraw.soon()));
            this.#draw();
          },
        );
      }

      override onDataUpdated(): void {
        this.#draw();
      }

      #draw(): void {
        // Cards or notes: whichever arrives last triggers the draw.
        const desk = this.#desk;
        if (!desk || !this.data) return;
        const properties = this.config.getOrder().filter((id) => id !== nameProperty);
        const noteOf = (entry: BasesEntry) => ({
          path: entry.file.path,
          properties: properties.map((id) => entry.getValue(id)?.toString() ?? ''),
        });
        const nameOf = (group: BasesEntryGroup) => (group.hasKey() ? (group.key?.toString() ?? null) : null);
        const base = {
          groups: this.data.groupedData.map((group) => ({
            name: nameOf(group),
            notes: group.entries.map(noteOf),
          })),
          properties: properties.map((id) => this.config.getDisplayName(id)),
          withAll: this.config.get(optionAll) === true,
          arrangement: {
            sortBy: this.#column('sortBy'),
            groupBy: this.#column('groupBy'),
            descending: this.config.get('descending') === true,
          },
        };
        replaceFocused(this.#el, () => drawBase(this.#el, desk, base));
      }

      #column(key: string): FigureColumn | null {
        return figureColumns.find((name) => name === this.config.get(key)) ?? null;
      }
    }

    const { columns, asBase, groupBy, descending } = baseWords;
    const { sort } = starting.locale.cardList;
    const { due, new: newCards, recall, cards } = columns;
    const options = { '': asBase, due, new: newCards, recall, cards };
    plugin.registerBasesView(baseViewType, {
      name: baseWords.name,
      icon: 'layers',
      factory: (controller, containerEl) => new FlashcardsBase(controller, containerEl),
      options: () => [
        { type: 'toggle', key: optionAll, displayName: baseWords.all, default: false },
        { type: 'dropdown', key: 'sortBy', displayName: sort, default: '', options },
        { type: 'dropdown', key: 'groupBy', displayName: groupBy, default: '', options },
        { type: 'toggle', key: 'descending', displayName: descending, default: false },
      ],
    });
  }
}
