// Icons in the manner of Lucide's, drawn by hand on its grid of 24. Names that Lucide has dropped are not
// among them: as in the app, an unknown name draws nothing.

const paths: Record<string, string> = {
  x: 'M18 6 6 18M6 6l12 12',
  'check-check': 'm17 6-10 11-5-5M22 10l-8 8-1-1',
  'arrow-up-down': 'm3 16 4 4 4-4M7 20V4M21 8l-4-4-4 4M17 4v16',
  'circle-help': 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM9.500 9.500a2.500 2.500 0 1 1 2.500 3v1M12 17v.1',
  dumbbell: 'M8 12h8M5 7v10M8 5v14M16 5v14M19 7v10M2 10v4M22 10v4',
  'table-2': 'M4 4h16v16H4zM4 9h16M4 14h16M10 4v16',
  eraser: 'm7 20-4-4 11-11 6 6-9 9zM22 20H7M9 9l6 6',
  plus: 'M5 12h14M12 5v14',
  minus: 'M5 12h14',
  check: 'M20 6 9 17l-5-5',
  'circle-check': 'M21 12a9 9 0 1 1-5-8M21 5 12 14l-3-3',
  'triangle-alert': 'M12 3 2 20h20zM12 10v4M12 17v.1',
  'chevron-down': 'm6 9 6 6 6-6',
  'chevron-right': 'm9 6 6 6-6 6',
  'chevron-left': 'm15 6-6 6 6 6',
  'chevron-up': 'm6 15 6-6 6 6',
  'arrow-left': 'M19 12H5m7-7-7 7 7 7',
  'arrow-right': 'M5 12h14m-7-7 7 7-7 7',
  'arrow-up': 'M12 19V5m-7 7 7-7 7 7',
  'arrow-down': 'M12 5v14m-7-7 7 7 7-7',
  file: 'M14 2H6v20h12V6zM14 2v4h4',
  'file-text': 'M14 2H6v20h12V6zM14 2v4h4M9 12h6M9 16h6',
  'file-question': 'M14 2H6v20h12V6zM10 11a2 2 0 1 1 2 2.5V15M12 18h0',
  'picture-in-picture': 'M3 5h18v14H3zM12 12h9v7h-9z',
  'volume-2': 'M11 5 6 9H2v6h4l5 4zM15.5 8.5a5 5 0 0 1 0 7M19 5a10 10 0 0 1 0 14',
  'file-plus': 'M14 2H6v20h12V6zM14 2v4h4M12 11v6M9 14h6',
  highlighter: 'm9 11-6 6v3h9l3-3M22 12l-5 5-9-9 5-5',
  'clipboard-type': 'M8 4H5v17h14V4h-3M8 2h8v5H8zM9 11h6M12 11v6',
  files: 'M15 2H8v16h11V6zM15 2v4h4M5 6v16h11',
  folder: 'M3 5h6l2 3h10v12H3z',
  'folder-open': 'M3 20V5h6l2 3h8v3M3 20l3-9h16l-3 9z',
  layers: 'm12 3 9 5-9 5-9-5zM3 12l9 5 9-5M3 16l9 5 9-5',
  'layers-2': 'm12 4 9 5-9 5-9-5zM3 14l9 5 9-5',
  'gallery-vertical-end': 'M7 2h10M5 6h14M4 10h16v12H4z',
  brain:
    'M12 5a3 3 0 0 0-6 0 4 4 0 0 0-2 7 4 4 0 0 0 3 6 3 3 0 0 0 5 1zM12 5a3 3 0 0 1 6 0 4 4 0 0 1 2 7 4 4 0 0 1-3 6 3 3 0 0 1-5 1z',
  'graduation-cap': 'm2 9 10-5 10 5-10 5zM6 11v5c3 3 9 3 12 0v-5M22 9v6',
  'book-open': 'M12 6v15c-2-2-6-2-10-2V4c4 0 8 0 10 2zm0 0c2-2 6-2 10-2v15c-4 0-8 0-10 2',
  book: 'M5 3h14v18H5zM5 17h14M9 7h6',
  library: 'M4 4v16M9 4v16M14 4v16M18 5l3 15',
  pencil: 'M4 20v-4L16 4l4 4L8 20zM14 6l4 4',
  'pencil-line': 'M4 20v-4L16 4l4 4L8 20zM12 20h9',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM21 21l-5-5',
  settings:
    'M9.9 2.4L14.1 2.4L14.2 4.9L15.5 5.5L17.3 3.7L20.3 6.7L18.5 8.5L19.1 9.8L21.6 9.9L21.6 14.1L19.1 14.2L18.5 15.5L20.3 17.3L17.3 20.3L15.5 18.5L14.2 19.1L14.1 21.6L9.9 21.6L9.8 19.1L8.5 18.5L6.7 20.3L3.7 17.3L5.5 15.5L4.9 14.2L2.4 14.1L2.4 9.9L4.9 9.8L5.5 8.5L3.7 6.7L6.7 3.7L8.5 5.5L9.8 4.9zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  'sliders-horizontal': 'M3 6h10M17 6h4M3 12h4M11 12h10M3 18h10M17 18h4M15 4v4M9 10v4M15 16v4',
  'ellipsis-vertical': 'M12 5v.1M12 12v.1M12 19v.1',
  'external-link': 'M14 4h6v6M20 4 10 14M18 13v7H4V6h7',
  link: 'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-2 2M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l2-2',
  unlink: 'M10 14a4 4 0 0 0 6 0M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l2-2M3 3l18 18',
  undo: 'M4 9h10a6 6 0 0 1 0 12h-4M4 9l5-5M4 9l5 5',
  'undo-2': 'M4 9h10a6 6 0 0 1 0 12h-4M4 9l5-5M4 9l5 5',
  'redo-2': 'M20 9H10a6 6 0 0 0 0 12h4M20 9l-5-5M20 9l-5 5',
  redo: 'M20 9H10a6 6 0 0 0 0 12h4M20 9l-5-5M20 9l-5 5',
  'rotate-ccw': 'M4 4v6h6M4 10a9 9 0 1 1-1 5',
  'rotate-cw': 'M20 4v6h-6M20 10a9 9 0 1 0 1 5',
  'refresh-cw': 'M20 4v6h-6M4 20v-6h6M20 10A9 9 0 0 0 5 7M4 14a9 9 0 0 0 15 3',
  play: 'm6 4 14 8-14 8z',
  pause: 'M7 4v16M17 4v16',
  'skip-forward': 'm5 4 10 8-10 8zM19 5v14',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3 2',
  history: 'M4 4v6h6M4 10a9 9 0 1 1-1 4M12 8v4l3 2',
  calendar: 'M4 5h16v16H4zM4 10h16M8 2v5M16 2v5',
  'calendar-clock': 'M4 5h16v6M4 5v16h7M4 10h16M8 2v5M16 2v5M17 13a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM17 15v2h2',
  flag: 'M5 22V4c5-4 9 4 14 0v10c-5 4-9-4-14 0',
  star: 'm12 3 3 6 6 1-4.500 4.500 1 6.500-5.500-3-5.500 3 1-6.500L3 10l6-1z',
  eye: 'M2 12c5-9 15-9 20 0-5 9-15 9-20 0zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  'eye-off': 'M2 12c5-9 15-9 20 0-5 9-15 9-20 0zM3 3l18 18',
  trash: 'M3 6h18M8 6V3h8v3M6 6l1 15h10l1-15',
  'trash-2': 'M3 6h18M8 6V3h8v3M6 6l1 15h10l1-15M10 11v6M14 11v6',
  copy: 'M9 9h12v12H9zM5 15H3V3h12v2',
  download: 'M12 3v12m-5-5 5 5 5-5M4 21h16',
  upload: 'M12 15V3M7 8l5-5 5 5M4 21h16',
  import: 'M12 3v12m-5-5 5 5 5-5M8 5H3v15h18V5h-5',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v5M12 8v.1',
  'list-checks': 'm3 6 2 2 3-4M3 17l2 2 3-4M12 7h9M12 18h9',
  list: 'M8 6h13M8 12h13M8 18h13M3 6h.1M3 12h.1M3 18h.1',
  'list-tree': 'M3 5h6M9 12h12M9 19h12M4 5v14h3M4 12h3M13 5h8',
  table: 'M3 4h18v16H3zM3 10h18M3 15h18M9 10v10',
  quote: 'M4 18c3 0 5-2 5-6V6H4v6h3M14 18c3 0 5-2 5-6V6h-5v6h3',
  flame: 'M12 22a7 7 0 0 0 7-7c0-5-5-6-5-12-4 2-5 5-4 8-1 0-2-1-2-2-2 2-3 4-3 6a7 7 0 0 0 7 7z',
  zap: 'M13 2 4 14h7l-1 8 9-12h-7z',
  bug: 'M8 8h8v9a4 4 0 0 1-8 0zM9 8a3 3 0 0 1 6 0M3 13h5M16 13h5M4 6l4 4M20 6l-4 4M4 21l4-4M20 21l-4-4M12 12v8',
  clipboard: 'M8 4H5v17h14V4h-3M8 2h8v5H8z',
  'clipboard-list': 'M8 4H5v17h14V4h-3M8 2h8v5H8zM12 12h4M12 16h4M8 12h.1M8 16h.1',
  'chart-no-axes-column': 'M5 20v-7M12 20V4M19 20v-11',
  'chart-column': 'M3 3v18h18M8 17v-4M13 17V7M18 17v-7',
  'trending-up': 'm3 17 6-6 4 4 8-8M15 7h6v6',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500 19 19M5 19l1.500-1.500M17.500 6.500 19 5',
  moon: 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z',
  keyboard: 'M2 5h20v14H2zM7 15h10M6 9h.1M10 9h.1M14 9h.1M18 9h.1',
  terminal: 'm4 17 6-5-6-5M12 19h8',
  'panel-left': 'M3 4h18v16H3zM9 4v16',
  'panel-right': 'M3 4h18v16H3zM15 4v16',
  image: 'M3 4h18v16H3zM3 16l5-5 5 5 3-3 5 5M15 8h.1',
  ghost: 'M5 21V10a7 7 0 0 1 14 0v11l-3-3-2 3-2-3-2 3-2-3zM10 10h.1M14 10h.1',
  'circle-dashed':
    'M10 3.200a9 9 0 0 1 4 0M18 5.300a9 9 0 0 1 2.500 3.700M21 14a9 9 0 0 1-3 5M14 21a9 9 0 0 1-4 0M6 18.700a9 9 0 0 1-2.500-3.700M3 10a9 9 0 0 1 3-5',
  circle: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  square: 'M4 4h16v16H4z',
  ban: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM6 6l12 12',
  'corner-down-left': 'M20 4v7H4m5-5-5 5 5 5',
  tag: 'M3 3h9l9 9-9 9-9-9zM7.500 7.500h.1',
  hash: 'M4 9h16M4 15h16M10 3 8 21M16 3l-2 18',
  lightbulb: 'M9 18h6M10 22h4M12 2a7 7 0 0 0-4 12.500V16h8v-1.500A7 7 0 0 0 12 2z',
  'text-cursor-input': 'M5 4h4M7 4v16M5 20h4M13 8h8v8h-8M3 8H1v8h2',
  split: 'M16 3h5v5M8 3H3v5M12 22v-9L3 3M21 3l-6 6',
  merge: 'm8 6 4-4 4 4M12 2v10L4 20M20 20l-5-5',
  filter: 'M3 4h18l-7 9v7l-4-2v-5z',
  wand: 'M15 4V2M15 10V8M11 6h2M18 6h2M4 20 16 8',
  inbox: 'M3 13h5l2 3h4l2-3h5M3 13l3-8h12l3 8v6H3z',
  'hard-drive': 'M3 13h18v6H3zM3 13l3-8h12l3 8M7 16h.1',
};

const added = new Map<string, string>();
const lucide = (id: string) => id.replace(/^lucide-/, '');

/** Content of an SVG with a view box of 100; only drawing elements are kept. */
export function addIcon(id: string, content: string): void {
  added.set(id, content);
}

export function removeIcon(id: string): void {
  added.delete(id);
}

export function getIconIds(): string[] {
  return [...Object.keys(paths).map((id) => `lucide-${id}`), ...added.keys()];
}

function own(id: string, content: string): SVGSVGElement | null {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${content}</svg>`;
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  if (!(parsed instanceof SVGSVGElement)) return null;
  const svg = createSvg('svg', {
    cls: ['svg-icon', id],
    attr: { viewBox: '0 0 100 100', width: 24, height: 24 },
  });
  for (const el of parsed.querySelectorAll('path, rect, circle, ellipse, line, polyline, polygon')) {
    const copy = svg.createSvg(el.localName as 'path');
    for (const { name, value } of el.attributes) if (!name.startsWith('on')) copy.setAttribute(name, value);
  }
  return svg;
}

export function getIcon(id: string): SVGSVGElement | null {
  const name = lucide(id);
  const custom = added.get(id);
  if (custom !== undefined) return own(id, custom);
  const path = paths[name];
  if (path === undefined) return null;
  const attr = {
    viewBox: '0 0 24 24',
    width: 24,
    height: 24,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  const svg = createSvg('svg', { cls: ['svg-icon', `lucide-${name}`], attr });
  svg.createSvg('path', { attr: { d: path } });
  return svg;
}

export function setIcon(parent: HTMLElement, id: string): void {
  parent.empty();
  const icon = getIcon(id);
  if (icon) parent.appendChild(icon);
}
