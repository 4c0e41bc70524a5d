// Navigation between screens, used by the commands, the ribbon and the sidebar.
import { MarkdownView, Notice, type App } from 'obsidian';
import type { Flashcards } from '../../app/flashcards.ts';
import { PaceAndStreak } from '../../app/study/pace-and-streak.ts';
import type { Review } from '../../app/study/review.ts';
import { formatVerifyResult, verifyHistory, type VerifyResult } from '../../app/history/verify.ts';
import { patienceOf } from '../../app/history/log-reader.ts';
import type { SliceHost } from '../../app/work/slices.ts';
import type { LogFiles } from '../../app/ports.ts';
import type { PackageImport } from '../../app/transfer/package-import.ts';
import type { SrImport } from '../../app/transfer/sr-import.ts';
import { noteTitle } from '../../core/card/extract.ts';
import { originalOf } from '../../core/note/conflict-copy.ts';
import { addTag } from '../../core/note/tags/tag-edit.ts';
import type { AnkiPackage } from '../../core/import/anki/collection.ts';
import type { Settings } from '../../core/settings.ts';
import type { StudyRequest } from '../../core/study/scope.ts';
import { CardListView, cardListViewType } from '../card-list/card-list-view.ts';
import type { Desk, OpenWhere } from './desk.ts';
import { openTab } from './open-tab.ts';
import type { Locale } from '../locale.ts';
import { ReviewModal } from '../review/review-modal.ts';
import { ReconnectModal } from '../study/reconnect.ts';
import { toState } from '../review/request-state.ts';
import { ReviewView, reviewViewType } from '../review/review-view.ts';
import { whenRead } from '../review/when-read.ts';
import { isFirstStart } from '../sidebar/first-page.ts';
import { StudyChooser } from '../study/study-chooser.ts';
import { askForTag, editNote } from '../study/tag-note.ts';
import { undoneText } from '../study/undone-text.ts';
import { TextModal } from '../parts/text-modal.ts';
import { noticeUnknown } from './unknown-history.ts';
import { tidyViewType } from '../tidy/tidy-view.ts';

export interface ScreensHost {
  readonly app: App;
  readonly locale: Locale;
  readonly flashcards: Flashcards;
  readonly logs: LogFiles;
  readonly schedules: SrImport;
  readonly packageImport: (opened: AnkiPackage) => PackageImport;
  readonly slices: SliceHost;
  hasForeignSchedules(): boolean;
  saveSettings(settings: Settings): Promise<void>;
  clearCaches(): Promise<void>;
}

export const sidebarViewType = 'note-flashcards-sidebar';

export class Screens implements Desk {
  readonly app: App;
  readonly locale: Locale;
  readonly flashcards: Flashcards;
  readonly habits: PaceAndStreak;
  readonly #host: ScreensHost;
  /** Cancels a review that is waiting for its notes. */
  #callOff = (): void => undefined;
  /** Says that the history is unknown. */
  #unknown: Notice | null = null;
  #paused: { readonly review: Review; readonly notice: Notice } | null = null;

  constructor(host: ScreensHost) {
    this.app = host.app;
    this.locale = host.locale;
    this.flashcards = host.flashcards;
    this.habits = new PaceAndStreak(host.flashcards.history);
    this.#host = host;
  }

  get logs(): LogFiles {
    return this.#host.logs;
  }

  get schedules(): SrImport {
    return this.#host.schedules;
  }

  packageImport(opened: AnkiPackage): PackageImport {
    return this.#host.packageImport(opened);
  }

  get slices(): SliceHost {
    return this.#host.slices;
  }

  get isPaused(): boolean {
    return this.#paused !== null;
  }

  study(request: StudyRequest): void {
    this.#callOff();
    let waits = true;
    let notice: Notice | null = null;
    this.#callOff = whenRead(this.flashcards, request, () => {
      waits = false;
      notice?.hide();
      this.#startReview(request);
    });
    if (waits) notice = this.isKnown() ? new Notice(this.locale.main.sidebar.reading) : this.#unknown;
  }

  /** Whether the history is known; shows why if not. */
  isKnown(): boolean {
    this.#unknown?.hide();
    this.#unknown = this.flashcards.knowledge === 'known' ? null : noticeUnknown(this);
    return this.#unknown === null;
  }

  resume(): void {
    const paused = this.#paused;
    this.#paused = null;
    paused?.notice.hide();
    if (paused) this.#openModal(paused.review);
  }

  /** New and due cards of a note; a note without the tag is first offered it. */
  async studyNote(path: string, depth?: 1 | 2): Promise<void> {
    // While many notes are being read, one that already has its cards need not wait for the rest.
    if (!this.flashcards.progress || !this.flashcards.linker.notes.has(path)) await this.flashcards.settle();
    if (!this.flashcards.note(path) && !(await this.offerTag(path))) return;
    if (depth === undefined && this.flashcards.note(path)?.cards.length === 0) {
      this.tell(this.locale.main.tagNote.none(noteTitle(path)));
      return;
    }
    this.study({
      scope: depth === undefined ? { kind: 'note', note: path } : { kind: 'linked', note: path, depth },
    });
  }

  async offerTag(path: string): Promise<boolean> {
    const file = this.app.vault.getFileByPath(path);
    const tag = this.flashcards.settings.cards.tags[0];
    if (!file || tag === undefined) return false;
    const original = originalOf(path);
    if (original !== null) {
      this.tell(this.locale.problems.note.conflictCopy(noteTitle(original)));
      return false;
    }
    if (!(await askForTag(this, file, tag))) return false;
    try {
      const refusal = await editNote(this, file, (text) => addTag(text, tag));
      if (refusal !== null) {
        this.tell(refusal);
        return false;
      }
    } catch (error) {
      this.tell(this.locale.failed(error));
      return false;
    }
    this.flashcards.touch(path);
    await this.flashcards.settle();
    return this.flashcards.note(path) !== null;
  }

  hasForeignSchedules(): boolean {
    return this.#host.hasForeignSchedules();
  }

  openFromRibbon(): void {
    if (this.flashcards.settings.general.ribbon === 'review') this.study({ scope: { kind: 'all' } });
    else void this.openSidebar();
  }

  async openSidebar(): Promise<void> {
    await this.app.workspace.ensureSideLeaf(sidebarViewType, 'right', { active: true, reveal: true });
  }

  async openCards(query: string | null = null): Promise<void> {
    const view = await openTab(this.app, cardListViewType, query === null ? null : { query });
    if (view instanceof CardListView) view.focus();
  }

  async openTidy(): Promise<void> {
    await openTab(this.app, tidyViewType, null);
  }

  async openLine(path: string, line: number, where: OpenWhere, edit = false): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) {
      this.tell(this.locale.main.problems.noSuchNote(path));
      return;
    }
    const { workspace } = this.app;
    const shown = workspace
      .getLeavesOfType('markdown')
      .find(({ view }) => view instanceof MarkdownView && view.file?.path === path);
    const leaf =
      where === 'here'
        ? (shown ?? workspace.getLeaf(false))
        : workspace.getLeaf(where === 'split' ? 'split' : 'tab');
    await leaf.openFile(file, { eState: { line: line - 1 }, ...(edit && { state: { mode: 'source' } }) });
    workspace.setActiveLeaf(leaf, { focus: true });
  }

  async createNote(target: string, from: string): Promise<void> {
    try {
      await this.app.workspace.openLinkText(target, from, false);
    } catch (error) {
      this.tell(this.locale.failed(error));
    }
  }

  choose(): void {
    if (this.isKnown()) new StudyChooser(this).open();
  }

  reconnect(): void {
    if (this.isKnown()) new ReconnectModal(this).open();
  }

  /** Shows how many cards a note has, if the user wants that. */
  async noteSaved(path: string): Promise<void> {
    if (!this.flashcards.settings.general.noticeOnSave || this.flashcards.progress) return;
    await this.flashcards.settle();
    const note = this.flashcards.note(path);
    if (note) this.tell(this.locale.main.saved(note.title, note.cards.length));
  }

  undo(): void {
    const action = this.flashcards.undo();
    const { problems, undone } = this.locale.main;
    this.tell(action ? undone.undid(undoneText(action, this)) : problems.noUndo);
  }

  redo(): void {
    const action = this.flashcards.redo();
    const { problems, undone } = this.locale.main;
    this.tell(action ? undone.redid(undoneText(action, this)) : problems.noRedo);
  }

  /** Rereads the logs. */
  async checked(): Promise<VerifyResult> {
    const { history, linker } = this.flashcards;
    await this.flashcards.flush();
    return verifyHistory({
      logs: this.logs,
      patience: patienceOf(this.slices.after),
      folders: [history.folder, ...history.formerFolders],
      withoutCard: (histories) => histories.filter(({ id }) => linker.find(id) === null),
    });
  }

  async verify(): Promise<void> {
    const { app, main, say } = this.locale;
    const text = formatVerifyResult(await this.checked(), app, say);
    new TextModal(this.app, main.commands.verify, text).open();
  }

  useSettings(settings: Settings): Promise<void> {
    return this.#host.saveSettings(settings);
  }

  clearCaches(): Promise<void> {
    return this.#host.clearCaches();
  }

  tell(sentence: string): void {
    new Notice(sentence);
  }

  /** Releases what is waiting when the plugin unloads. */
  close(): void {
    this.#callOff();
    this.#unknown?.hide();
    this.#endPaused();
  }

  #openModal(review: Review): void {
    new ReviewModal(this, review, (paused) => this.#pause(paused)).open();
  }

  async #openView(request: StudyRequest, place: 'sidebar' | 'tab'): Promise<void> {
    const { workspace } = this.app;
    const [open] = workspace.getLeavesOfType(reviewViewType);
    const leaf = open ?? (place === 'tab' ? workspace.getLeaf('tab') : workspace.getRightLeaf(false));
    if (!leaf) return;
    await leaf.setViewState({ type: reviewViewType, active: true, state: toState(request) });
    await workspace.revealLeaf(leaf);
    // It could not take the focus while hidden in a closed sidebar.
    if (leaf.view instanceof ReviewView) leaf.view.focus();
  }

  #pause(review: Review): void {
    const { main: words } = this.locale;
    const text = createFragment();
    text.append(`${words.review.paused} `);
    const notice = new Notice(text, 0);
    const back = createEl('button', { cls: 'mod-cta nf-back', text: words.review.back });
    back.addEventListener('click', () => this.resume());
    notice.messageEl.append(back);
    this.#paused = { review, notice };
  }

  #startReview(request: StudyRequest): void {
    if (request.scope.kind === 'all' && isFirstStart(this)) {
      void this.openSidebar();
      return;
    }
    this.#endPaused();
    const place = this.flashcards.settings.general.openReviewsIn;
    if (place === 'modal') this.#openModal(this.flashcards.startReview(request));
    else void this.#openView(request, place);
  }

  #endPaused(): void {
    const paused = this.#paused;
    this.#paused = null;
    paused?.notice.hide();
    if (paused) this.flashcards.endReview(paused.review);
  }
}
