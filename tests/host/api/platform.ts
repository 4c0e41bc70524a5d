// What kind of device the page plays. Set by the page before a plugin loads.
import type * as Obsidian from 'obsidian';

type Platform = { -readonly [K in keyof typeof Obsidian.Platform]: (typeof Obsidian.Platform)[K] };

const agent = navigator.userAgent;

export const platform: Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: agent.includes('Mac OS'),
  isWin: agent.includes('Windows'),
  isLinux: agent.includes('Linux'),
  isSafari: false,
  resourcePathPrefix: '/vault/',
};

export type Device = 'desktop' | 'phone' | 'tablet';

/** As in the app: classes on the body for the styles, flags for the code. */
export function playDevice(device: Device): void {
  const mobile = device !== 'desktop';
  platform.isDesktop = platform.isDesktopApp = !mobile;
  platform.isMobile = platform.isMobileApp = platform.isAndroidApp = mobile;
  platform.isPhone = device === 'phone';
  platform.isTablet = device === 'tablet';
  document.body.toggleClass('is-mobile', mobile);
  document.body.toggleClass('is-phone', device === 'phone');
  document.body.toggleClass('is-tablet', device === 'tablet');
  document.body.toggleClass('is-android', mobile);
}
