// A layer over the drawing: some parties stand out, with the lines that run to them; the rest stays readable.
import { LINES, linkOf, nodesOf, runsTo } from './marks.ts';

export interface Emphasis {
  /** Parties that stand out most, and what is said of them. */
  first: ReadonlySet<string>;
  firstWords: string;
  /** Parties of the second rank. */
  second?: ReadonlySet<string>;
  secondWords?: string;
  /** The one the layer is about, when there is one. */
  hub?: string;
}

/** Which line stays: one that runs to a party that stands out, and not on to somebody outside the layer when it has two ranks. */
export function stays(ends: readonly string[], { first, second, hub }: Emphasis): boolean {
  const near = (id: string): boolean => id === hub || first.has(id);
  const inside = (id: string): boolean => near(id) || (second?.has(id) ?? false);
  return ends.some(near) && (second === undefined || ends.every(inside));
}

/** Shows a layer; null shows the drawing as it came. Gaps belong to their own layer and step out of the others. */
export function emphasise(svg: Element, layer: Emphasis | null): void {
  svg.classList.toggle('kl-layer', layer !== null);
  const nodes = nodesOf(svg);
  const rank = (id: string): string => {
    if (layer === null) return '';
    if (id === layer.hub) return 'hub';
    return layer.first.has(id) ? 'first' : layer.second?.has(id) ? 'second' : '';
  };
  for (const node of nodes) {
    const mine = rank(node.getAttribute('data-id')!);
    for (const one of ['hub', 'first', 'second']) node.classList.toggle(`kl-layer__${one}`, mine === one);
    say(linkOf(node), layer && (mine === 'first' ? layer.firstWords : mine === 'second' ? layer.secondWords : undefined));
  }
  for (const line of svg.querySelectorAll(`:is(${LINES})`)) {
    const ends = nodes.filter((node) => runsTo(line, node)).map((node) => node.getAttribute('data-id')!);
    line.classList.toggle('kl-layer__line', layer !== null && stays(ends, layer));
  }
}

/** Says of a card what the layer shows of it, behind what the server says. */
function say(link: Element | null, words: string | null | undefined): void {
  if (!link) return;
  const own = link.getAttribute('data-label') ?? link.getAttribute('aria-label') ?? '';
  link.setAttribute('data-label', own);
  link.setAttribute('aria-label', words ? `${own}, ${words}` : own);
}
