import { describe, expect, test } from '@jest/globals';
import { chromiumPlaces, findChromium, noChromium, provideChromium } from '../../scripts/chromium.mjs';

const linux = { platform: 'linux', env: { PATH: '/a:/b' }, home: '/home/me' };
const mac = { platform: 'darwin', env: { PATH: '/a' }, home: '/Users/me' };
const windows = {
  platform: 'win32',
  env: { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' },
  home: 'C:\\Users\\me',
};

describe('a browser for the tests', () => {
  test.each([
    ['Linux, on the path', linux, '/b/google-chrome'],
    ['Linux, as a snap', linux, '/snap/bin/chromium'],
    ['macOS', mac, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['macOS, of one user', mac, '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['Windows', windows, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['Windows, of one user', windows, 'C:\\Users\\me\\AppData\\Local\\Chromium\\Application\\chrome.exe'],
  ])('is found on %s', (_where, machine, place) => {
    expect(findChromium(machine, (path) => path === place)).toBe(place);
  });

  test('is the one that CHROMIUM_PATH names, and no other', () => {
    const machine = { ...linux, env: { ...linux.env, CHROMIUM_PATH: '/mine' } };
    expect(chromiumPlaces(machine)).toEqual(['/mine']);
    expect(noChromium(machine)).toBe('There is no browser at /mine, which CHROMIUM_PATH names.');
  });

  test.each([
    [linux, 'apt-get install -y chromium'],
    [mac, 'Google Chrome'],
    [windows, 'Google Chrome'],
  ])('that is missing is reported in one line, with what to do', (machine, how) => {
    expect(findChromium(machine, () => false)).toBeNull();
    expect(noChromium(machine)).toContain(how);
    expect(noChromium(machine)).not.toContain('\n');
  });

  test('is installed only where that is allowed, and only if none is found', () => {
    let installed = 0;
    const install = () => (installed += 1);
    const after = () => (installed > 0 ? '/usr/bin/chromium' : null);
    expect(provideChromium(() => '/there', true, install)).toBe('/there');
    expect(provideChromium(after, false, install)).toBeNull();
    expect(installed).toBe(0);
    expect(provideChromium(after, true, install)).toBe('/usr/bin/chromium');
    expect(installed).toBe(1);
  });
});
