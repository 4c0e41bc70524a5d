// Reads sentences aloud with the voices of the system.

/** What a window offers; some phones and Linux desktops have no voices. */
function voicesOf(win: Window): readonly SpeechSynthesisVoice[] {
  return 'speechSynthesis' in win ? win.speechSynthesis.getVoices() : [];
}

/** Resolves to whether the system has a voice; some only know after a moment. */
export function hasVoices(win: Window): Promise<boolean> {
  if (!('speechSynthesis' in win)) return Promise.resolve(false);
  if (voicesOf(win).length > 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const tell = (): void => {
      win.clearTimeout(timer);
      resolve(voicesOf(win).length > 0);
    };
    const timer = win.setTimeout(tell, 1000);
    win.speechSynthesis.addEventListener('voiceschanged', tell, { once: true });
  });
}

const key = (language: string): string => language.toLowerCase().replace('_', '-');

/** The voice for exactly that language, else for its first part: any English for en-GB. */
function voiceFor(win: Window, language: string): SpeechSynthesisVoice | null {
  const voices = voicesOf(win);
  const [wanted, base = ''] = [key(language), key(language).split('-')[0]];
  const inLanguage = voices.filter(({ lang }) => key(lang).split('-')[0] === base);
  const exact = inLanguage.filter(({ lang }) => key(lang) === wanted);
  const fitting = exact.length > 0 ? exact : inLanguage;
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

export class Speaker {
  readonly #win: Window;
  #audio: HTMLMediaElement | null = null;

  constructor(win: Window) {
    this.#win = win;
  }

  get isSpeaking(): boolean {
    if (this.#audio && !this.#audio.paused && !this.#audio.ended) return true;
    return 'speechSynthesis' in this.#win && this.#win.speechSynthesis.speaking;
  }

  say(sentences: readonly string[], language: string): void {
    this.stop();
    if (!('speechSynthesis' in this.#win)) return;
    const voice = voiceFor(this.#win, language);
    for (const sentence of sentences) {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = language;
      if (voice) utterance.voice = voice;
      this.#win.speechSynthesis.speak(utterance);
    }
  }

  /** Plays what the note itself has. */
  play(audio: HTMLMediaElement): void {
    this.stop();
    this.#audio = audio;
    audio.currentTime = 0;
    // A browser may refuse; the player is on screen.
    void audio.play().catch(() => {});
  }

  stop(): void {
    this.#audio?.pause();
    this.#audio = null;
    if ('speechSynthesis' in this.#win) this.#win.speechSynthesis.cancel();
  }
}
