// The text direction of the app, for keys and symbols that point to a side.

export const isFromRight = (el: HTMLElement): boolean => el.win.getComputedStyle(el).direction === 'rtl';
