// The renderer as plugins call it.
import type * as Obsidian from 'obsidian';
import { registerPostProcessor, unregisterPostProcessor } from '../renderer/post-processors.ts';
import { renderMarkdown } from '../renderer/render-note.ts';
import { Component } from './component.ts';
import { documented } from './documented.ts';
import type { Failures } from './failures.ts';

export class MarkdownRenderChild extends documented<Obsidian.MarkdownRenderChild>(Component) {
  constructor(override containerEl: HTMLElement) {
    super();
  }
}

/** Set while the host starts: where a render looks for files, and whether it is made to fail. */
export const renderHost: { app: Obsidian.App | null; failures: Failures | null } = {
  app: null,
  failures: null,
};

export abstract class MarkdownRenderer extends documented<
  Obsidian.MarkdownRenderer & MarkdownRenderChild,
  [HTMLElement]
>(MarkdownRenderChild) {
  static async render(
    app: Obsidian.App,
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: Obsidian.Component,
  ): Promise<void> {
    if (renderHost.failures?.render) throw new Error('a renderer of another plugin failed');
    await renderMarkdown({ app, markdown, el, sourcePath, component });
  }

  static async renderMarkdown(
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: Obsidian.Component,
  ): Promise<void> {
    if (!renderHost.app) throw new Error('the host has not started');
    await MarkdownRenderer.render(renderHost.app, markdown, el, sourcePath, component);
  }
}

export abstract class MarkdownPreviewRenderer {
  static registerPostProcessor(process: Obsidian.MarkdownPostProcessor, sortOrder?: number): void {
    registerPostProcessor(process, sortOrder);
  }

  static unregisterPostProcessor(process: Obsidian.MarkdownPostProcessor): void {
    unregisterPostProcessor(process);
  }

  static createCodeBlockPostProcessor(
    language: string,
    handler: (source: string, el: HTMLElement, context: Obsidian.MarkdownPostProcessorContext) => unknown,
  ): (el: HTMLElement, context: Obsidian.MarkdownPostProcessorContext) => Promise<void> {
    return async (el, context) => {
      for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
        const box = createDiv(`block-language-${language}`);
        code.parentElement?.replaceWith(box);
        await handler(code.textContent, box, context);
      }
    };
  }
}
