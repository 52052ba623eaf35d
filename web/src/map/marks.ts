// What can be pointed at in the drawing: organisations, lines, and gaps. Says which, and lights them.

const NODES = '.nodes [data-id]';
export const LINES = '.line, [data-a][data-b]';
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

/** The link of a gap in the drawing; the link of somebody it is about when it has none of its own. */
export function markOf(svg: Element, gap: string, parties: readonly string[]): SVGAElement | null {
  const links = [...svg.querySelectorAll<SVGAElement>('.gaps a, .foot a')];
  const own = links.find((link) => (link.closest('[data-gap]')?.getAttribute('data-gap') ?? gapOf(link.getAttribute('href'))) === gap);
  const node = nodesOf(svg).find((one) => parties.includes(one.getAttribute('data-id')!));
  return own ?? (node ? linkOf(node) : null);
}

/** Lights one gap and its parties; null lights none. A gap that has no badge is about lines that are there: then those are lit. */
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
  let lines = false;
  for (const line of svg.querySelectorAll('[data-a][data-b]')) {
    const lit = gap !== null && !found && between(parties, line.getAttribute('data-a'), line.getAttribute('data-b'));
    line.classList.toggle('kl-lit', lit);
    lines ||= lit;
  }
  svg.classList.toggle('kl-has-lit', found);
  svg.classList.toggle('kl-has-lines', lines);
}

/** Does a line run between two of these? */
export const between = (parties: readonly string[], a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a !== b && parties.includes(a) && parties.includes(b);

/** A gap nobody was asked about has a "?" in the drawing; in the list beside it, it has a number. Gives it that number here too. */
export function numberGaps(svg: Element, ranks: ReadonlyMap<string, number>): void {
  for (const link of svg.querySelectorAll('a[data-gap]')) {
    const rank = ranks.get(link.getAttribute('data-gap')!);
    const texts = [...link.querySelectorAll('text'), ...(link.nextElementSibling?.matches('.kl-words') ? link.nextElementSibling.querySelectorAll('text') : [])];
    const mark = texts.find((text) => text.textContent?.trim() === '?');
    if (rank === undefined || !mark) continue;
    mark.textContent = String(rank);
    const label = link.getAttribute('aria-label');
    if (label?.startsWith('?')) link.setAttribute('aria-label', `${rank}${label.slice(1)}`);
  }
}

/** Gaps that the list leaves out step back in the drawing. */
export function dimGaps(svg: Element, shown: ReadonlySet<string> | null): void {
  for (const item of svg.querySelectorAll('.gaps [data-gap], .foot [data-gap]')) {
    item.classList.toggle('kl-out', shown !== null && !shown.has(item.getAttribute('data-gap')!));
  }
}

/** Class of the lines that run to a card: card `n3` has lines `k3`. */
function lineClass(node: Element): string | null {
  const own = [...node.classList].find((name) => /^n\d+$/.test(name));
  return own === undefined ? null : own.replace('n', 'k');
}

/** Does this line run to this card? Lines of a gap name their cards by class, others by id too. */
export function runsTo(line: Element, node: Element): boolean {
  const id = node.getAttribute('data-id');
  const named = lineClass(node);
  return line.getAttribute('data-a') === id || line.getAttribute('data-b') === id || (named !== null && line.classList.contains(named));
}

/** Keeps the lines of one organisation and fades the rest; null shows all again. */
export function holdNode(svg: Element, id: string | null): void {
  const nodes = nodesOf(svg);
  const held = nodes.find((node) => id !== null && node.getAttribute('data-id') === id);
  const lines = [...svg.querySelectorAll(LINES)];
  const own = lines.filter((line) => held !== undefined && runsTo(line, held));
  svg.classList.toggle('kl-holding', held !== undefined);
  for (const line of lines) line.classList.toggle('kl-kept', own.includes(line));
  for (const node of nodes) node.classList.toggle('kl-kept', node === held || own.some((line) => runsTo(line, node)));
}
