// A card read aloud. The voices are the system's: what the plugin gives them is recorded here.
import { describe, expect, test } from '@jest/globals';
import { PluginPage } from './plugin-page.ts';
import { soon } from './soon.ts';
import { useHarness } from './use-harness.ts';

const bench = useHarness();

const note =
  '---\ntags: flashcards\nlang: es\n---\n## ¿Qué es el sueño?\nUn **estado**. Se repite.\n\n## ¿Y la vigilia?\nLo demás.\n';

type Spoken = readonly (readonly [text: string, language: string, voice: string])[];

/** Puts voices into the page that note down what they are asked to say. */
function putVoices(names: readonly string[]): void {
  const said: [string, string, string][] = [];
  const voices = names.map((lang) => ({ lang, default: false }));
  class Utterance {
    lang = '';
    voice: { readonly lang: string } | null = null;
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  const synthesis = Object.assign(new EventTarget(), {
    speaking: false,
    getVoices: () => voices,
    speak({ text, lang, voice }: Utterance) {
      synthesis.speaking = names.length > 0;
      said.push([text, lang, voice?.lang ?? '']);
    },
    cancel() {
      if (synthesis.speaking) said.push(['(stopped)', '', '']);
      synthesis.speaking = false;
    },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, said });
}

async function review(voices: readonly string[], readAloud: string): Promise<PluginPage> {
  const vault = await bench.openVault({
    'Sueño.md': note,
    '.obsidian/plugins/note-flashcards/data.json': JSON.stringify({ general: { readAloud } }),
  });
  const plugin = new PluginPage(await vault.open({ params: { note: 'Sueño.md' } }));
  await plugin.page.evaluate(putVoices, voices);
  await plugin.run('study-note');
  await plugin.page.locator('.nf-reveal').waitFor();
  return plugin;
}

const spoken = (plugin: PluginPage): Promise<Spoken> =>
  plugin.page.evaluate(() => Reflect.get(window, 'said') as Spoken);
const stopped = ['(stopped)', '', ''];
const question = ['¿Qué es el sueño?', 'es', 'es-ES'];
const answer = [
  ['Un estado.', 'es', 'es-ES'],
  ['Se repite.', 'es', 'es-ES'],
];

describe('a card', () => {
  test('is read by r: what is on screen, in the language of its note; r again stops it', async () => {
    const plugin = await review(['en-US', 'es-ES'], 'off');
    expect(await spoken(plugin)).toEqual([]);
    await plugin.press('r');
    await soon(async () => expect(await spoken(plugin)).toEqual([question]));
    await plugin.press('r');
    await soon(async () => expect(await spoken(plugin)).toEqual([question, stopped]));
    await plugin.press('Space');
    await plugin.page.locator('[data-grade="3"]').waitFor();
    await plugin.press('r');
    await soon(async () => expect(await spoken(plugin)).toEqual([question, stopped, ...answer]));
    expect(plugin.host.errors).toEqual([]);
  });

  test('is read by itself where the settings say so, and the next one stops it', async () => {
    const plugin = await review(['es-ES'], 'both');
    await soon(async () => expect(await spoken(plugin)).toEqual([question]));
    await plugin.press('Space');
    await plugin.page.locator('[data-grade="3"]').waitFor();
    await soon(async () => expect(await spoken(plugin)).toEqual([question, stopped, ...answer]));
    await plugin.press('3');
    const next = ['¿Y la vigilia?', 'es', 'es-ES'];
    await soon(async () =>
      expect(await spoken(plugin)).toEqual([question, stopped, ...answer, stopped, next]),
    );
    await plugin.press('Escape');
    await soon(async () => expect((await spoken(plugin)).at(-1)).toEqual(stopped));
  });

  test('that no voice can read says so', async () => {
    const plugin = await review([], 'off');
    await plugin.press('r');
    await plugin.page.getByText('This device has no voices to read aloud with.').waitFor();
    await plugin.press('Escape');
    await plugin.page.evaluate(() => window.host?.openSettings('Note Flashcards'));
    const setting = plugin.page.locator('[data-option="general.readAloud"]');
    await setting.getByText('This device has no voices to read aloud with.').waitFor();
  });
});
