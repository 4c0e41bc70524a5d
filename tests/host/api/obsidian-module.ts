// All that `require('obsidian')` holds here, checked as a whole against the documented module.
import type * as Obsidian from 'obsidian';
import { parse, stringify } from 'yaml';
import { sanitizeHtml } from '../renderer/sanitize.ts';
import { App } from './app.ts';
import {
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesView,
  BasesViewConfig,
  QueryController,
} from './bases.ts';
import { editorFields } from './code-mirror.ts';
import { Component } from './component.ts';
import { atLeast, NotImplemented } from './complete-from-docs.ts';
import { ButtonComponent, ExtraButtonComponent } from './button-components.ts';
import { debounce } from './debounce.ts';
import { Events } from './events.ts';
import { FileManager } from './file-manager.ts';
import { FileView, TextFileView } from './file-view.ts';
import { TAbstractFile, TFile, TFolder } from './files.ts';
import {
  prepareFuzzySearch,
  prepareSimpleSearch,
  renderMatches,
  renderResults,
  sortSearchResults,
} from './fuzzy.ts';
import { HoverPopover } from './hover-popover.ts';
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from './icons.ts';
import { AbstractInputSuggest, PopoverSuggest } from './input-suggest.ts';
import { Keymap, Scope } from './keymap.ts';
import { WorkspaceLeaf } from './leaf.ts';
import { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from './markdown-renderer.ts';
import { MarkdownView } from './markdown-view.ts';
import { MarkdownPreviewView } from './preview-view.ts';
import { Menu, MenuItem } from './menu.ts';
import { MetadataCache } from './metadata-cache.ts';
import { Modal } from './modal.ts';
import { Notice } from './notice.ts';
import { getLinkpath, normalizePath, parseLinktext, stripHeading, stripHeadingForLink } from './paths.ts';
import { platform } from './platform.ts';
import { Plugin } from './plugin.ts';
import { Setting } from './setting.ts';
import { SettingGroup } from './setting-group.ts';
import { PluginSettingTab, SettingTab } from './setting-tab.ts';
import { FuzzySuggestModal, SuggestModal } from './suggest-modal.ts';
import {
  parseFrontMatterAliases,
  parseFrontMatterEntry,
  parseFrontMatterStringArray,
  tagReader,
} from './tags.ts';
import {
  AbstractTextComponent,
  SearchComponent,
  TextAreaComponent,
  TextComponent,
} from './text-components.ts';
import { setTooltip } from './tooltip.ts';
import {
  BaseComponent,
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
  ValueComponent,
} from './value-components.ts';
import { Vault } from './vault.ts';
import { ItemView, View } from './view.ts';
import { Workspace } from './workspace.ts';

/** No request leaves the page; a plugin that tries hears of it. */
function requestUrl(): never {
  throw new NotImplemented('obsidian.requestUrl');
}

function stringifyYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

function parseYaml(text: string): unknown {
  return parse(text) as unknown;
}

function functions(apiVersion: string, language: string) {
  return {
    ...tagReader(apiVersion),
    ...editorFields,
    addIcon,
    debounce,
    getIcon,
    getIconIds,
    getLinkpath,
    normalizePath,
    parseFrontMatterAliases,
    parseFrontMatterEntry,
    parseFrontMatterStringArray,
    parseLinktext,
    parseYaml,
    prepareFuzzySearch,
    prepareSimpleSearch,
    removeIcon,
    renderMatches,
    renderResults,
    requestUrl,
    setIcon,
    setTooltip,
    sortSearchResults,
    stringifyYaml,
    stripHeading,
    stripHeadingForLink,
    apiVersion,
    getLanguage: () => language,
    Platform: platform,
    requireApiVersion: (version: string) => atLeast(apiVersion, version),
    sanitizeHTMLToDom: sanitizeHtml,
  } satisfies Partial<typeof Obsidian>;
}

/** What the documented class `K` makes; a constructor that is private there does not matter. */
type Making<K extends keyof typeof Obsidian> = (typeof Obsidian)[K] extends { prototype: infer I }
  ? abstract new (...args: never[]) => I
  : never;

const classes = {
  AbstractTextComponent,
  App,
  BaseComponent,
  BasesEntry,
  BasesEntryGroup,
  BasesQueryResult,
  BasesView,
  BasesViewConfig,
  ButtonComponent,
  Component,
  DropdownComponent,
  Events,
  ExtraButtonComponent,
  FileManager,
  FileView,
  FuzzySuggestModal,
  HoverPopover,
  ItemView,
  Keymap,
  MarkdownPreviewRenderer,
  MarkdownPreviewView,
  MarkdownRenderChild,
  MarkdownRenderer,
  MarkdownView,
  Menu,
  MenuItem,
  MetadataCache,
  Modal,
  Notice,
  Plugin,
  PluginSettingTab,
  PopoverSuggest,
  ProgressBarComponent,
  QueryController,
  Scope,
  SearchComponent,
  Setting,
  SettingGroup,
  SettingTab,
  SliderComponent,
  SuggestModal,
  TAbstractFile,
  TFile,
  TFolder,
  TextAreaComponent,
  TextComponent,
  TextFileView,
  ToggleComponent,
  ValueComponent,
  Vault,
  View,
  Workspace,
  WorkspaceLeaf,
} satisfies { [K in keyof typeof Obsidian]?: Making<K> };

export type HostModule = Readonly<Record<string, unknown>>;

export function obsidianModule(apiVersion: string, language = 'en'): HostModule {
  // A generic class with a protected member cannot be held to its documented twin: it stands apart.
  return { ...functions(apiVersion, language), ...classes, AbstractInputSuggest };
}
