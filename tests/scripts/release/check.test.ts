import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkRelease, type ReleaseFiles } from '../../../scripts/release/check.ts';

const sound: ReleaseFiles = {
  manifest: '{"version":"1.2.0","minAppVersion":"1.8.7"}',
  package: '{"version":"1.2.0"}',
  versions: '{"1.2.0":"1.8.7"}',
  changelog: '# Changelog\n\n## 1.2.0 (2026-12-01)\n\n- New.\n\n## 1.1.0\n\n- Old.\n',
};

describe('a release', () => {
  test('has the notes of its version', () => {
    expect(checkRelease('1.2.0', sound)).toEqual({ notes: '- New.', problems: [] });
  });

  test.each([
    ['manifest.json', { manifest: '{"version":"1.1.0","minAppVersion":"1.8.7"}' }],
    ['package.json', { package: '{"version":"1.1.0"}' }],
    ['versions.json', { versions: '{"1.1.0":"1.8.7"}' }],
    ['docs/changelog.md', { changelog: '# Changelog\n' }],
  ])('is refused where %s does not agree with the tag', (file, changed) => {
    const { problems } = checkRelease('1.2.0', { ...sound, ...changed });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(file);
  });

  test('of the version in the repository could be made', () => {
    const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    const manifest = read('manifest.json');
    const { version } = JSON.parse(manifest) as { version: string };
    const { problems } = checkRelease(version, {
      manifest,
      package: read('package.json'),
      versions: read('versions.json'),
      changelog: read('docs/changelog.md'),
    });
    expect(problems).toEqual([]);
  });
});
