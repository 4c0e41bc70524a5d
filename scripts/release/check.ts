/** The texts of the files that a release must agree with. */
export interface ReleaseFiles {
  readonly manifest: string;
  readonly package: string;
  readonly versions: string;
  readonly changelog: string;
}

export interface ReleaseCheck {
  /** The changelog's section for the version, without its heading. */
  readonly notes: string;
  /** One sentence each; a release with any of these must not be published. */
  readonly problems: readonly string[];
}

function section(changelog: string, version: string): string | null {
  const lines = changelog.split('\n');
  const start = lines.findIndex((line) => line.startsWith('## ') && line.slice(3).split(' ')[0] === version);
  if (start < 0) return null;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return (end < 0 ? rest : rest.slice(0, end)).join('\n').trim();
}

/** Checks that a tag matches the version in every file, and takes its notes from the changelog. */
export function checkRelease(tag: string, files: ReleaseFiles): ReleaseCheck {
  const manifest = JSON.parse(files.manifest) as { version: string; minAppVersion: string };
  const versions = JSON.parse(files.versions) as Record<string, string>;
  const { version } = JSON.parse(files.package) as { version: string };
  const problems: string[] = [];
  if (manifest.version !== tag)
    problems.push(`manifest.json says ${manifest.version}, the tag says ${tag}: they must be equal.`);
  if (version !== tag)
    problems.push(`package.json says ${version}, the tag says ${tag}: they must be equal.`);
  if (versions[tag] !== manifest.minAppVersion)
    problems.push(
      `versions.json must name ${manifest.minAppVersion} for ${tag}, as manifest.json does; it names ${versions[tag] ?? 'nothing'}.`,
    );
  const notes = section(files.changelog, tag);
  if (notes === null || notes === '')
    problems.push(`docs/changelog.md has no section "## ${tag}" with text.`);
  return { notes: notes ?? '', problems };
}
