// The browser for the end-to-end tests: finds an installed Chrome or Chromium, or installs one where that needs no
// prompt, which is on Debian as root.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApps = ['Google Chrome', 'Chromium'];
const windowsFolders = ['Google\\Chrome', 'Chromium'];

/** Possible browser locations, most likely first. */
export function chromiumPlaces({ platform, env, home }) {
  if (env.CHROMIUM_PATH) return [env.CHROMIUM_PATH];
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return roots.flatMap((root) =>
      windowsFolders.map((folder) => win32.join(root, folder, 'Application', 'chrome.exe')),
    );
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  const onPath = folders.flatMap((folder) => commands.map((command) => posix.join(folder, command)));
  if (platform === 'darwin') {
    const apps = ['/', home].flatMap((root) =>
      macApps.map((app) => posix.join(root, 'Applications', `${app}.app`, 'Contents/MacOS', app)),
    );
    return [...apps, ...onPath];
  }
  return [...onPath, '/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const here = () => ({ platform: process.platform, env: process.env, home: homedir() });

/** The path of a Chrome or Chromium, or null. */
export function findChromium(machine = here(), isThere = isProgram) {
  return chromiumPlaces(machine).find(isThere) ?? null;
}

/** What to do if there is no browser, in one line. */
export function noChromium({ platform, env } = process) {
  if (env.CHROMIUM_PATH) return `There is no browser at ${env.CHROMIUM_PATH}, which CHROMIUM_PATH names.`;
  const how = platform === 'linux' ? 'install it (apt-get install -y chromium)' : 'install Google Chrome';
  return `No Chrome or Chromium was found: ${how}, or set CHROMIUM_PATH to one.`;
}

function isDebianRoot() {
  try {
    return process.getuid?.() === 0 && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function installOnDebian() {
  console.log('\nInstalling Chromium for the tests in the browser.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return apt('update') && apt('install', '-y', 'chromium');
}

/** The path of a browser; installs one where allowed. Null if there is none. */
export function provideChromium(
  find = findChromium,
  mayInstall = isDebianRoot() && !process.env.CHROMIUM_PATH,
  install = installOnDebian,
) {
  const found = find();
  if (found !== null || !mayInstall) return found;
  install();
  return find();
}
