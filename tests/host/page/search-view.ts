// Stands for the app's search: shows what is asked for, and finds nothing.
import { ItemView } from '../api/view.ts';

export class SearchView extends ItemView {
  override icon = 'search';
  private query = '';

  override getViewType(): string {
    return 'search';
  }

  override getDisplayText(): string {
    return 'Search';
  }

  override getState(): Record<string, unknown> {
    return { query: this.query };
  }

  override async setState(state: unknown): Promise<void> {
    const { query } = (state ?? {}) as { query?: unknown };
    if (typeof query === 'string') this.query = query;
    this.contentEl.empty();
    this.contentEl.createDiv({ cls: 'search-query', text: this.query });
    await Promise.resolve();
  }
}
