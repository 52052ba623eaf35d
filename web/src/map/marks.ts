// What can be pointed at in the drawing: organisations, lines, and gaps. Says which, and lights them.

const NODES = '.nodes [data-id]';
const LINES = '[data-a][data-b]';
const GAP_LINKS = '.gaps a';

export const nodesOf = (svg: Element): Element[] => [...svg.querySelectorAll(NODES)];

/** The link of an organisation: the mark itself, or the link in it. */
export function linkOf(node: Element): SVGAElement | null {
  return node.localName === 'a' ? (node as SVGAElement) : (node.querySelector<SVGAElement>('a') ?? node.closest<SVGAElement>('a'));
}

/** Id of the gap that a badge leads to, read from its address: `…/aandachtspunten/{id}`. */
export function gapOf(address: string | null): string | null {
  const match = /\/aandachtspunten\/([^/?#]+)/.exec(address ?? '');
  return match ? decodeURIComponent(match[1]!) : null;
}

/** Lights one gap and its parties; null lights none. */
export function lightGap(svg: Element, gap: string | null, parties: readonly string[]): void {
  let found = false;
  for (const link of svg.querySelectorAll(GAP_LINKS)) {
    const item = link.closest('[role="listitem"]') ?? link;
    const lit = gap !== null && (item.getAttribute('data-gap') ?? gapOf(link.getAttribute('href'))) === gap;
    item.classList.toggle('kl-lit', lit);
    if (lit) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    found ||= lit;
  }
  for (const node of nodesOf(svg)) node.classList.toggle('kl-lit', gap !== null && parties.includes(node.getAttribute('data-id')!));
  svg.classList.toggle('kl-has-lit', found);
}

/** Organisations at both ends of a line; a line of a whole kind names several, with spaces between. */
function endsOf(line: Element): string[] {
  return ['data-a', 'data-b'].flatMap((end) => (line.getAttribute(end) ?? '').split(' ')).filter(Boolean);
}

/** Keeps the lines of one organisation and fades the rest; null shows all again. */
export function holdNode(svg: Element, id: string | null): void {
  svg.classList.toggle('kl-holding', id !== null);
  const near = new Set<string | null>([id]);
  for (const line of svg.querySelectorAll(LINES)) {
    const ends = endsOf(line);
    const kept = id !== null && ends.includes(id);
    line.classList.toggle('kl-kept', kept);
    if (kept) ends.forEach((end) => near.add(end));
  }
  for (const node of nodesOf(svg)) node.classList.toggle('kl-kept', id !== null && near.has(node.getAttribute('data-id')));
}
