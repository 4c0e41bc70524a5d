// Which way the app is written, for keys and signs that point to a side.

export const isFromRight = (el: HTMLElement): boolean => el.win.getComputedStyle(el).direction === 'rtl';
