// What main.js consists of: its size by package, and the notices of the bundled libraries.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of main.js, which a phone has to read before the first card. */
export const largest = 1_200_000;

/** In the repository and in each release. */
export const noticesFile = 'THIRD-PARTY.txt';

/** The folder of the package that a bundled file belongs to, or '' for our own files. */
function packageOf(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? '';
}

/**
 * Output bytes by package, largest first.
 * @param {import('esbuild').Metafile} metafile
 */
export function sizesByPackage(metafile) {
  const sizes = new Map();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const name =
        packageOf(file).split('node_modules/').at(-1) || (file.endsWith('.json') ? 'catalogs' : 'src');
      sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
    }
  }
  return [...sizes].sort(([, one], [, other]) => other - one);
}

/** The license text: from its own file, or else from that part of the readme. */
function licenseText(folder) {
  const read = (pattern) => {
    const name = readdirSync(folder).find((entry) => pattern.test(entry));
    return name && readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  };
  return (
    read(/^licen[cs]e(\.(md|txt))?$/i) ??
    plain(
      /^(?:#+ *)?licen[cs]e\s*(?:[=-]+\n)?\n([^]*?)(?=\n#|\n<!--|\n\[[^\]]+\]:|$(?![^]))/im.exec(
        read(/^readme/i),
      )?.[1],
    )
  );
}

/** A readme's line without its links, whose addresses stand at its end. */
function plain(markdown) {
  return markdown?.replace(/\[([^\]]+)\](?:\[[^\]]*\]|\([^)]*\))/g, '$1');
}

function licenseOf(root, folder) {
  const { name, license = 'MIT' } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const text = licenseText(join(root, folder));
  if (!text) throw new Error(`${name} has no license to ship`);
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const isCopyright = (text) => /^copyright |^(?:MIT|ISC) ©/i.test(text);
  const isTitle = (text) => /^[#\s]*\(?(the )?(MIT|ISC)( licen[cs]e)?( \(.*\))?\)?$/i.test(text);
  return {
    // With versions, the file would change after each library update even if no notice did.
    name,
    copyright: paragraphs.filter(isCopyright).join('\n'),
    license,
    terms: paragraphs.filter((text) => text !== '' && !isCopyright(text) && !isTitle(text)),
  };
}

/**
 * The copyright notices and license texts of all bundled libraries, each text and each copyright line once.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} root of the repository
 */
export function noticesOf(metafile, root) {
  const used = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => packageOf(file))
    .filter((folder) => folder !== '' && existsSync(join(root, folder, 'package.json')));
  const groups = new Map();
  const all = [...new Set(used)].sort().map((folder) => licenseOf(root, folder));
  for (const { name, copyright, license, terms: own } of all) {
    // A library that only names its license has the terms of one that prints it.
    const terms =
      own.length > 0 ? own : all.find((other) => other.license === license && other.terms.length > 0)?.terms;
    if (!terms) throw new Error(`${name} has no license to ship`);
    const key = terms.join(' ').replace(/[\s"'“”*]+/g, ' ');
    const group = groups.get(key) ?? { license, terms, members: new Map() };
    group.members.set(copyright, (group.members.get(copyright) ?? new Set()).add(name));
    groups.set(key, group);
  }
  const parts = [...groups.values()].map(({ license, terms, members }) => {
    const about = [...members].map(([copyright, names]) =>
      `${[...names].join(', ')}\n${copyright}`.trimEnd(),
    );
    return `${about.join('\n\n')}\n\n${license} license:\n\n${terms.join('\n\n')}`;
  });
  return `main.js contains these libraries.\n\n${parts.join('\n\n---\n\n')}\n`;
}
