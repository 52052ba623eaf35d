// One answer of the server as the pages see it: waiting, there, or failed.
import { RequestError } from './client.ts';

/** Answers older than this are asked again on the next visit, in ms. */
const FRESH_MS = 30_000;

const kept = new Map<string, { value: unknown; at: number }>();

/** What was kept of addresses that begin so is no longer true. */
export function forget(start: string): void {
  for (const url of kept.keys()) if (url.startsWith(start)) kept.delete(url);
}

export interface Resource<T> {
  readonly value: T | undefined;
  readonly error: RequestError | undefined;
  readonly slow: boolean;
  retry(): void;
}

/** Time before a page says that it is loading, in ms. */
const SLOW_MS = 300;

/**
 * Takes a function that gives an address (read again whenever it changes) and how to fetch it.
 * An answer that was seen before is shown at once and renewed behind the page: going back keeps its place.
 */
export function resource<T>(address: () => string | null, get: (url: string) => Promise<T>): Resource<T> {
  let value = $state.raw<T>();
  let error = $state.raw<RequestError>();
  let slow = $state(false);
  let turn = $state(0);

  const url = $derived(address());

  // Before the page is drawn: what is known already stands there at once.
  $effect.pre(() => {
    value = url === null ? undefined : (kept.get(url)?.value as T | undefined);
  });

  $effect(() => {
    void turn;
    const asked = url;
    error = undefined;
    if (asked === null) return;
    const earlier = kept.get(asked);
    if (earlier && Date.now() - earlier.at < FRESH_MS) return;
    let current = true;
    const timer = setTimeout(() => (slow = current && !earlier), SLOW_MS);
    get(asked)
      .then((answer) => {
        kept.set(asked, { value: answer, at: Date.now() });
        if (current) value = answer;
      })
      .catch((reason: unknown) => {
        if (current && !earlier) error = reason instanceof RequestError ? reason : new RequestError(0, String(reason));
      })
      .finally(() => {
        clearTimeout(timer);
        if (current) slow = false;
      });
    return () => {
      current = false;
      clearTimeout(timer);
      slow = false;
    };
  });

  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get slow() {
      return slow;
    },
    retry: () => turn++,
  };
}
