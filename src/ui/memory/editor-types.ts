// The part of CodeMirror's editor that marks need. The app brings CodeMirror along; nothing of it is loaded here: the
// class of its plugins is reached from the app's own plugin for live preview, which is part of the documented API.
import { editorInfoField, editorLivePreviewField, livePreviewState } from 'obsidian';

interface Line {
  readonly from: number;
  readonly text: string;
}

export interface EditorView {
  readonly state: {
    readonly doc: { readonly lines: number; readonly length: number; line(number: number): Line };
    field(field: unknown, isRequired: false): unknown;
  };
  readonly scrollDOM: HTMLElement;
  readonly contentDOM: HTMLElement;
  /** Of what is drawn, in characters. */
  readonly viewport: { readonly from: number; readonly to: number };
  /** Of the text, in the window. */
  readonly documentTop: number;
  lineBlockAt(at: number): { readonly top: number; readonly height: number };
  /** Reads the layout, and then writes to it, before the next frame. */
  requestMeasure<T>(measure: { readonly key: unknown; read(): T; write(read: T): void }): void;
}

export interface ViewUpdate {
  readonly docChanged: boolean;
  readonly geometryChanged: boolean;
  readonly viewportChanged: boolean;
  readonly changes: { mapPos(at: number, side?: number): number };
}

export interface EditorPlugin {
  update(update: ViewUpdate): void;
  destroy(): void;
}

type Define = (create: (view: EditorView) => EditorPlugin) => unknown;

/** The extension of a plugin for every editor; null in an app that has none to reach it from. */
export function editorExtension(create: (view: EditorView) => EditorPlugin): unknown {
  const known: unknown = livePreviewState;
  const { define } = ((known as object | undefined)?.constructor ?? {}) as { define?: Define };
  return typeof define === 'function' ? define.call((known as object).constructor, create) : null;
}

/** Path of the note in an editor; null if there is none, or its text is shown as it is written. */
export function livePath({ state }: EditorView): string | null {
  const info = state.field(editorInfoField, false) as { file?: { path: string } | null } | undefined;
  const isLive = state.field(editorLivePreviewField, false) === true;
  return isLive ? (info?.file?.path ?? null) : null;
}
