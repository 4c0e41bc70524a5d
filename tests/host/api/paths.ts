// Small functions on paths, links and headings.

export function normalizePath(path: string): string {
  const clean = path
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/[\u00A0\u202F]/g, ' ');
  return (clean === '' ? '/' : clean).normalize('NFC');
}

export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const clean = linktext.replace(/[\u00A0]/g, ' ').normalize('NFC');
  const hash = clean.indexOf('#');
  return hash < 0 ? { path: clean, subpath: '' } : { path: clean.slice(0, hash), subpath: clean.slice(hash) };
}

export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** What two headings are compared by. */
export function stripHeading(heading: string): string {
  return heading
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export function stripHeadingForLink(heading: string): string {
  return heading
    .replace(/([:#|^\\\r\n]|%%|\[\[|]])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export const parentOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '/');
