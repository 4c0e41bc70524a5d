// Where a path that came over the wire may point: inside the vault, also after symbolic links are followed.
import { realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

export class RefusedPath extends Error {
  readonly code = 'EREFUSED';
  constructor(path: string) {
    super(`not a path inside the vault: ${JSON.stringify(path)}`);
  }
}

/** The absolute path of `path`, which may not exist yet. Rejects with RefusedPath if it leaves `root`, a real path. */
export async function insideVault(root: string, path: string): Promise<string> {
  const wrong =
    path.includes('\0') ||
    path.includes('\\') ||
    path.startsWith('/') ||
    path.split('/').some((part) => part === '..' || (part === '.' && path !== '.'));
  if (wrong) throw new RefusedPath(path);
  const absolute = resolve(join(root, path));
  const existing = await realOfNearest(absolute);
  if (existing !== root && !existing.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new RefusedPath(path);
  }
  return absolute;
}

async function realOfNearest(absolute: string): Promise<string> {
  try {
    return await realpath(absolute);
  } catch (error) {
    const parent = dirname(absolute);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === absolute) throw error;
    return realOfNearest(parent);
  }
}
