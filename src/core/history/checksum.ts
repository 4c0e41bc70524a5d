// The checksum at the end of each log line.
import crc32 from 'crc-32';

/** CRC-32 (IEEE) of the text's UTF-8 bytes, unsigned, in base 36. */
export function checksum(text: string): string {
  return (crc32.str(text) >>> 0).toString(36);
}
