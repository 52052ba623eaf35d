// From text to a drawing that may stand in our page.

const REFUSED = 'script, style, foreignObject, iframe, animate, set, use[href^="http"], image';

/** Takes the SVG of the server; gives an element without anything that could act by itself. Refuses what is no SVG. */
export function readDrawing(text: string): SVGSVGElement {
  // A drawing that stands alone brings its own style. Here the page has one; merely reading it would break our policy.
  const bare = text.replace(/<style[\s>][\s\S]*?<\/style>/g, '');
  const parsed = new DOMParser().parseFromString(bare, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.localName !== 'svg' || parsed.querySelector('parsererror')) throw new Error('not a drawing');
  root.querySelectorAll(REFUSED).forEach((element) => element.remove());
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on') || name === 'style' || (name.endsWith('href') && !isPlace(value))) element.removeAttribute(name);
    }
  }
  root.querySelectorAll('.nodes a').forEach((link) => link.querySelector('rect')?.classList.add('kl-card'));
  root.querySelectorAll('a[aria-label]').forEach(setWordsBeside);
  // The page decides how large it is drawn.
  root.removeAttribute('width');
  root.removeAttribute('height');
  return document.importNode(root, true) as unknown as SVGSVGElement;
}

/** Sends every link of the drawing on with how the network is read: sides, rule and day stay as they are. */
export function carry(root: Element, query: string): void {
  if (query === '') return;
  for (const link of root.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href')!;
    if (address.startsWith('/') && !address.includes('?')) link.setAttribute('href', address + query);
  }
}

/**
 * A card or row says its name wrapped, hyphenated or shortened; the label of its link says it in full.
 * The drawn words stand beside the link, for the eye alone, so that no one hears or dictates the pieces.
 */
function setWordsBeside(link: Element): void {
  const words = link.querySelectorAll('text');
  if (words.length === 0) return;
  const beside = link.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'g');
  beside.setAttribute('class', 'kl-words');
  beside.setAttribute('aria-hidden', 'true');
  beside.append(...words);
  link.after(beside);
}

/** A place on this site: a path, or a mark on the same page. */
export function isPlace(address: string): boolean {
  return /^(#|\/(?!\/))/.test(address);
}
