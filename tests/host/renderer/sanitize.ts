// HTML of a note as elements: what is not on the lists does not get through. Nothing in a note ever runs.

const elements = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
    'h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub ' +
    'summary sup table tbody td tfoot th thead time tr u ul var wbr audio video source'
  ).split(' '),
);

/** Gone with all that is in them; of others that are not allowed, the content stays. */
const removed =
  'script, style, iframe, object, embed, form, link, meta, base, template, svg, math, noscript, frame, frameset, textarea, select, button, title, head';

const attributes = new Set(
  (
    'align alt checked class colspan controls datetime dir disabled height href id lang open reversed role rowspan src ' +
    'start title type value width'
  ).split(' '),
);

const safeScheme = /^(https?:|mailto:|obsidian:|tel:|data:image\/(png|jpeg|gif|webp);)/i;

/** A reference without a scheme is one within the vault. */
function safeReference(value: string): boolean {
  // A browser ignores these characters where it looks for the scheme.
  const bare = [...value].filter((char) => char.charCodeAt(0) > 0x20).join('');
  return safeScheme.test(bare) || !/^[^/?#]*:/.test(bare);
}

function keep(name: string, value: string): boolean {
  if (name.startsWith('data-') || name.startsWith('aria-')) return true;
  if (!attributes.has(name)) return false;
  return name === 'href' || name === 'src' ? safeReference(value) : true;
}

function clean(el: Element): void {
  for (const { name, value } of [...el.attributes]) if (!keep(name, value)) el.removeAttribute(name);
  if (el.localName === 'input' && el.getAttribute('type') !== 'checkbox') el.remove();
  else if (!elements.has(el.localName)) el.replaceWith(...el.childNodes);
}

export function sanitizeHtml(html: string, doc: Document = document): DocumentFragment {
  // A parsed document is inert: no picture is fetched and no handler runs before it is cleaned.
  const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  for (const el of body.querySelectorAll(removed)) el.remove();
  for (const el of [...body.querySelectorAll('*')]) clean(el);
  const fragment = doc.createDocumentFragment();
  fragment.append(...[...body.childNodes].map((node) => doc.importNode(node, true)));
  return fragment;
}
