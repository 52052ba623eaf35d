// Where the reader is. History API; the place on the page is kept per entry, so that back leads back.
import { tick } from 'svelte';
import { parse, type Route } from './route.ts';
import { forgetTyped, remember, typedAt, type Asked } from './typed.ts';

export type { Thing } from './typed.ts';

let route = $state.raw<Route>(read());
let visit = $state(0);
let quiet = false;
let still = false;
let asked = $state.raw<Asked>(stateNow());

/** Which step this is, where something was asked in free words. */
function stepNow(): number | undefined {
  return (history.state as { step?: number } | null)?.step;
}

function stateNow(): Asked {
  return typedAt(stepNow());
}

function read(): Route {
  return parse(location.pathname, location.search);
}

export const router = {
  get route(): Route {
    return route;
  },
  /** What was asked in free words on the way here. */
  get asked(): Asked {
    return asked;
  },
  /** Counts page changes; a page moves focus to its heading when this rises. */
  get visit(): number {
    return visit;
  },
  /** True once when the last step was to something on the same page, such as a gap in the overview. */
  get quiet(): boolean {
    return quiet;
  },
  /** True when the last step turned something on the page, such as a switch or a filter: focus stays where it is. */
  get still(): boolean {
    return still;
  },
};

/** Goes to an address of our own. `stay` keeps the place on the page and leaves focus to whoever asked; `keep` leaves it where it is. */
export function go(to: string, { stay = false, replace = false, keep = false, asked = {} as Asked } = {}): void {
  history.replaceState({ ...history.state, scroll: window.scrollY }, '');
  if (replace) history.replaceState({ step: remember(asked, stepNow()) }, '', to);
  else history.pushState({ step: remember(asked) }, '', to);
  arrive(stay || keep, keep);
  if (keep) return;
  if (!stay) window.scrollTo(0, 0);
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView();
}

/** Forgets what was typed, at this step and at those before. */
export function forgetAsked(): void {
  forgetTyped();
  asked = {};
}

function arrive(stay: boolean, keep = false): void {
  quiet = stay;
  still = keep;
  route = read();
  asked = stateNow();
  visit++;
}

/** Does this click lead to a page of ours, in this window? */
function ours(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const anchor = (event.target as Element | null)?.closest('a');
  if (!anchor) return null;
  // In a drawing href is an SVGAnimatedString.
  const value = anchor.getAttribute('href') ?? anchor.getAttribute('xlink:href');
  if (value === null || anchor.hasAttribute('download') || anchor.getAttribute('target') === '_blank') return null;
  const url = new URL(value, location.href);
  if (url.origin !== location.origin || url.pathname.startsWith('/v1/') || url.pathname === '/v1') return null;
  if (url.hash && url.pathname === location.pathname && url.search === location.search) return null;
  return url.pathname + url.search + url.hash;
}

export function start(): () => void {
  history.scrollRestoration = 'manual';
  const click = (event: MouseEvent): void => {
    const to = ours(event);
    if (to === null) return;
    event.preventDefault();
    const anchor = (event.target as Element).closest('a');
    const asks = anchor?.hasAttribute('data-asks') ? asked : {};
    go(to, { stay: anchor?.hasAttribute('data-stay') ?? false, asked: asks });
  };
  const back = (): void => {
    const place = (history.state as { scroll?: number } | null)?.scroll ?? 0;
    arrive(false);
    void tick().then(() => requestAnimationFrame(() => window.scrollTo(0, place)));
  };
  document.addEventListener('click', click);
  window.addEventListener('popstate', back);
  return () => {
    document.removeEventListener('click', click);
    window.removeEventListener('popstate', back);
  };
}
