// Text of a file saved by any program: UTF-8, or UTF-16, which spreadsheets call "Unicode text".

export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isMarked = (a: number, b: number): boolean => first === a && second === b;
  if (isMarked(0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (isMarked(0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  // Without a BOM: in UTF-16, every other byte of the first character is zero, which never occurs in UTF-8 text.
  if (first !== 0 && second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && second !== 0) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
