import { isRecord } from '../../src/core/text/is-record.ts';
import type { CachedMetadata } from 'obsidian';

/** A note's text together with what the app made of it. */
export interface CapturedNote {
  readonly file: string;
  readonly text: string;
  readonly cache: CachedMetadata;
  readonly allTags: readonly string[];
}

/** Reads one captured file; returns a sentence if it isn't one. */
export function readCaptured(file: string, json: string): CapturedNote | string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return `${file}: this is not JSON.`;
  }
  if (!isRecord(value)) return `${file}: this is not a captured note.`;
  const { fileContents, cachedMetadata, getAllTags } = value;
  if (typeof fileContents !== 'string' || !isRecord(cachedMetadata))
    return `${file}: this has no fileContents with its cachedMetadata.`;
  const tags = Array.isArray(getAllTags) ? getAllTags : [];
  return {
    file,
    text: fileContents,
    cache: cachedMetadata,
    allTags: tags.filter((tag) => typeof tag === 'string'),
  };
}
