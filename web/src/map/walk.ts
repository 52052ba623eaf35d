// Walking through the drawing with keyboard and pointer.
import { gapOf, holdNode, linkOf, nodesOf } from './marks.ts';
import { nearest, type Direction } from './step.ts';

/** From this many organisations the drawing is one stop for Tab; arrow keys go on from there. */
export const ROVE_FROM = 61;

const KEYS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** What the reader points at: a gap, a party, or nothing. */
export interface Pointed {
  gap?: string;
  party?: string;
}

/**
 * Makes a drawing answer to pointer and keys. `stay`: badges open their gap beside the map, on the same page.
 * `tell` hears what is pointed at. Gives a function that lets go of it.
 */
export function walk(svg: SVGSVGElement, stay: boolean, tell: (pointed: Pointed) => void = () => {}): () => void {
  const nodes = nodesOf(svg);
  const links = nodes.map(linkOf).filter((link): link is SVGAElement => link !== null);
  for (const link of svg.querySelectorAll('a')) {
    if (stay && gapOf(link.getAttribute('href')) !== null) link.setAttribute('data-stay', '');
  }
  const roving = links.length >= ROVE_FROM;
  const stopAt = (chosen: SVGAElement): void => {
    if (roving) links.forEach((link) => link.setAttribute('tabindex', link === chosen ? '0' : '-1'));
  };
  if (links[0]) stopAt(links[0]);

  const hold = (event: Event): void => {
    const node = (event.target as Element).closest('[data-id]');
    const [party, gap] = [node?.getAttribute('data-id') ?? null, (event.target as Element).closest('[data-gap]')?.getAttribute('data-gap')];
    holdNode(svg, party);
    tell(party !== null ? { party } : gap ? { gap } : {});
  };
  const release = (): void => {
    holdNode(svg, null);
    tell({});
  };
  const key = (event: KeyboardEvent): void => {
    const direction = KEYS[event.key];
    const current = (event.target as Element).closest('a') as SVGAElement | null;
    if (!direction || !current || !links.includes(current)) return;
    const middle = (link: Element) => {
      const box = link.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const found = nearest(middle(current), links.map(middle), direction);
    if (found === null) return;
    event.preventDefault();
    stopAt(links[found]!);
    links[found]!.focus();
  };
  svg.addEventListener('pointerover', hold);
  svg.addEventListener('pointerleave', release);
  svg.addEventListener('focusin', hold);
  svg.addEventListener('focusout', release);
  svg.addEventListener('keydown', key);
  return () => {
    svg.removeEventListener('pointerover', hold);
    svg.removeEventListener('pointerleave', release);
    svg.removeEventListener('focusin', hold);
    svg.removeEventListener('focusout', release);
    svg.removeEventListener('keydown', key);
  };
}
