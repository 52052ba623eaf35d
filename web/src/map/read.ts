// From text to a drawing that may stand in our page.

const REFUSED = 'script, style, foreignObject, iframe, animate, set, use[href^="http"], image';

/** Takes the SVG of the server; gives an element without anything that could act by itself. Refuses what is no SVG. */
export function readDrawing(text: string): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.localName !== 'svg' || parsed.querySelector('parsererror')) throw new Error('not a drawing');
  root.querySelectorAll(REFUSED).forEach((element) => element.remove());
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on') || name === 'style' || (name.endsWith('href') && !isPlace(value))) element.removeAttribute(name);
    }
  }
  // The page decides how large it is drawn.
  root.removeAttribute('width');
  root.removeAttribute('height');
  return document.importNode(root, true) as unknown as SVGSVGElement;
}

/** A place on this site: a path, or a mark on the same page. */
export function isPlace(address: string): boolean {
  return /^(#|\/(?!\/))/.test(address);
}
