// Arrow keys: which mark lies nearest in a direction.

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface Spot {
  x: number;
  y: number;
}

/** How much more a step aside counts than a step ahead. */
const ASIDE = 2.5;

/** Takes where one is and all spots; gives the index of the nearest in that direction, or null at the edge. */
export function nearest(from: Spot, spots: readonly Spot[], direction: Direction): number | null {
  let best: number | null = null;
  let least = Infinity;
  spots.forEach((spot, index) => {
    const [dx, dy] = [spot.x - from.x, spot.y - from.y];
    const ahead = { up: -dy, down: dy, left: -dx, right: dx }[direction];
    const aside = Math.abs(direction === 'up' || direction === 'down' ? dx : dy);
    const cost = ahead + ASIDE * aside;
    if (ahead > 1 && cost < least) [best, least] = [index, cost];
  });
  return best;
}
