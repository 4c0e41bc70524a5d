// The size of a picture in pixels, from the first bytes of a PNG, GIF, JPEG or WebP file.

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Null for any other file, a drawing for example. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = read(view);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    // It ends too early.
    return null;
  }
}

function read(view: DataView): PictureSize | null {
  const begin = view.getUint32(0);
  if (begin === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (begin === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (begin >>> 16 === 0xffd8) return readJpeg(view);
  return begin === 0x52494646 && view.getUint32(8) === 0x57454250 ? readWebp(view) : null;
}

function readJpeg(view: DataView): PictureSize | null {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker >>> 8 !== 0xff) return null;
    // Frames, except the tables between their numbers.
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
}

function readWebp(view: DataView): PictureSize | null {
  const kind = view.getUint32(12);
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (kind === 0x56503858) return { width: three(24) + 1, height: three(27) + 1 };
  if (kind === 0x56503820)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== 0x5650384c) return null;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
