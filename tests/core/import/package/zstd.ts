// A Zstandard frame for tests. Node has a compressor only in later versions, so blocks are stored, or repeat one byte.

/** @param window the byte of its head that says how much memory to unpack it takes: 0x58 is 2 MB */
export function frame(bytes: Uint8Array, window = 0x58): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, window)];
  for (let from = 0; from === 0 || from < bytes.length; from += 0x1_0000) {
    const piece = bytes.subarray(from, from + 0x1_0000);
    const isLast = from + 0x1_0000 >= bytes.length;
    const isRun = piece.length > 0 && piece.every((byte) => byte === piece[0]);
    const head = (piece.length << 3) | (isRun ? 2 : 0) | (isLast ? 1 : 0);
    parts.push(
      Uint8Array.of(head & 255, (head >> 8) & 255, head >> 16),
      isRun ? piece.subarray(0, 1) : piece,
    );
  }
  return new Uint8Array(Buffer.concat(parts));
}
