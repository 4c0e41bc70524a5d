// What the app tells a person by itself.
import { translated } from '../words/language.ts';

export const appWords = translated('app', {
  storageFull: (reason: string) =>
    `This device's storage is full, so reviews go straight to the log: ${reason}`,
  logWaits: (reason: string) =>
    `Your reviews are safe on this device, but cannot be written to the log now: ${reason}`,
} as const);
