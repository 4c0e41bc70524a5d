// How a database writes text: UTF-8, or UTF-16 with the small or the large byte first. Bytes that are none become the
// replacement character.
import type { DecodeText } from './record.ts';

const names = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'];

/** @param encoding the number in the file's head */
export function decoderOf(encoding: number): DecodeText {
  const decoder = new TextDecoder(names[encoding] ?? 'utf-8', { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}
