import type * as Obsidian from 'obsidian';
import type { Registry } from '../api/registry.ts';
import { FuzzySuggestModal } from '../api/suggest-modal.ts';

const glyphs: Record<string, string> = { Mod: 'Ctrl', ArrowLeft: '←', ArrowRight: '→' };

export class CommandPalette extends FuzzySuggestModal<Obsidian.Command> {
  constructor(
    app: Obsidian.App,
    private readonly registry: Registry,
    private readonly view: Obsidian.MarkdownView | null,
  ) {
    super(app);
    this.setPlaceholder('Select a command...');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  override getItems(): Obsidian.Command[] {
    return [...this.registry.commands.values()].filter((command) =>
      this.registry.available(command, this.view),
    );
  }

  override getItemText(command: Obsidian.Command): string {
    return command.name;
  }

  override renderSuggestion(match: Obsidian.FuzzyMatch<Obsidian.Command>, el: HTMLElement): void {
    el.addClass('mod-complex');
    super.renderSuggestion(match, el.createDiv('suggestion-content').createDiv('suggestion-title'));
    const aux = el.createDiv('suggestion-aux');
    for (const { modifiers, key } of match.item.hotkeys ?? []) {
      const keys = [...modifiers, key.toUpperCase()].map((name) => glyphs[name] ?? name);
      aux.createEl('kbd', { cls: 'suggestion-hotkey', text: keys.join(' ') });
    }
  }

  override onChooseItem(command: Obsidian.Command): void {
    this.registry.run(command.id, this.view);
  }
}
