import { AbstractInputSuggest, PluginSettingTab, Setting, type App, type Plugin, type TFile } from 'obsidian';

class NoteSuggest extends AbstractInputSuggest<TFile> {
  override getSuggestions(query: string): TFile[] {
    return this.app.vault
      .getMarkdownFiles()
      .filter(({ path }) => path.toLowerCase().includes(query.toLowerCase()));
  }

  override renderSuggestion(file: TFile, el: HTMLElement): void {
    el.setText(file.path);
  }

  override selectSuggestion(file: TFile): void {
    this.setValue(file.path);
    this.close();
  }
}

export class TrySettings extends PluginSettingTab {
  constructor(
    app: App,
    private readonly host: Plugin & { data: { word: string } },
  ) {
    super(app, host);
  }

  override display(): void {
    const { containerEl } = this;
    containerEl.empty();
    new Setting(containerEl)
      .setName('Word')
      .setDesc('Kept in data.json.')
      .addText((text) =>
        text
          .setPlaceholder('a word')
          .setValue(this.host.data.word)
          .onChange(async (word) => {
            this.host.data.word = word;
            await this.host.saveData(this.host.data);
          }),
      );
    new Setting(containerEl).setName('Study').setHeading();
    new Setting(containerEl)
      .setName('Switch')
      .setDesc('On or off.')
      .addToggle((toggle) => toggle.setValue(true))
      .addExtraButton((button) => button.setIcon('rotate-ccw').setTooltip('Restore default'));
    new Setting(containerEl)
      .setName('Choice')
      .addDropdown((dropdown) => dropdown.addOptions({ a: 'Alpha', b: 'Beta' }).setValue('b'));
    new Setting(containerEl)
      .setName('Retention')
      .setDesc('A number between two bounds.')
      .addSlider((slider) => slider.setLimits(70, 99, 1).setValue(90).setDynamicTooltip());
    new Setting(containerEl).setName('Long text').addTextArea((area) => area.setValue('one\ntwo'));
    new Setting(containerEl)
      .setName('Note')
      .addSearch((search) => void new NoteSuggest(this.app, search.inputEl));
    new Setting(containerEl).setName('Progress').addProgressBar((bar) => bar.setValue(40));
    new Setting(containerEl)
      .setName('Buttons')
      .addButton((button) => button.setButtonText('Plain'))
      .addButton((button) => button.setButtonText('Main').setCta())
      .addButton((button) => button.setButtonText('Delete').setWarning());
  }
}
