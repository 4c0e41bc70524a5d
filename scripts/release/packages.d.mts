import type { Metafile } from 'esbuild';

export const largest: number;
export const noticesFile: string;
export function sizesByPackage(metafile: Metafile): readonly (readonly [name: string, bytes: number])[];
export function noticesOf(metafile: Metafile, root: string): string;
