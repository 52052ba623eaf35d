// A comparison as the page sees it: the newest answer, asked again as long as the server still compares with chance.
import { addresses, getJson, RequestError } from './api/client.ts';
import type { Comparison, ComparisonAsked } from './api/compare.ts';
import type { Resource } from './api/resource.svelte.ts';

/** Time before a page says that it is loading, in ms. */
const SLOW_MS = 300;
/** Until chance is asked after again, in ms: first, and at most. Each time is twice as long. */
const AGAIN_MS = 1_000;
const AGAIN_MS_MAX = 16_000;
/** How many answers are remembered for who goes back. */
const KEPT_MAX = 12;
/** Answers older than this are asked again, in ms. */
const FRESH_MS = 30_000;

const kept = new Map<string, { answer: Comparison; at: number }>();

function remember(address: string, answer: Comparison): void {
  kept.delete(address);
  kept.set(address, { answer, at: Date.now() });
  const oldest = kept.keys().next();
  if (kept.size > KEPT_MAX && !oldest.done) kept.delete(oldest.value);
}

/** How long is waited before the next time, in ms. */
export const waitOf = (times: number): number => Math.min(AGAIN_MS * 2 ** times, AGAIN_MS_MAX);

export interface Asked extends Resource<Comparison> {
  /** Is the answer that stands there the answer to this question? */
  readonly current: boolean;
}

/** Takes what is asked (read again whenever it changes; null: nothing); gives what the page shows of it. The answer before stays until the next is there. */
export function compared(question: () => ComparisonAsked | null): Asked {
  let value = $state.raw<Comparison>();
  let error = $state.raw<RequestError>();
  let slow = $state(false);
  let current = $state(false);
  let turn = $state(0);
  const address = $derived.by(() => {
    const asked = question();
    return asked && addresses.comparison(asked);
  });

  $effect.pre(() => {
    const before = address === null ? undefined : kept.get(address)?.answer;
    if (address === null || before) value = before;
    current = before !== undefined;
  });

  $effect(() => {
    void turn;
    const asked = address;
    error = undefined;
    if (asked === null) return;
    let here = true;
    let timer: ReturnType<typeof setTimeout>;
    const earlier = kept.get(asked);
    const told = (answer: Comparison, times: number): void => {
      value = answer;
      current = true;
      slow = false;
      if (answer.chance.state === 'computing') timer = setTimeout(() => ask(times + 1), waitOf(times));
    };
    const ask = (times: number): void => {
      getJson<Comparison>(asked).then(
        (answer) => {
          remember(asked, answer);
          if (here) told(answer, times);
        },
        (reason: unknown) => {
          if (!here) return;
          slow = false;
          // What stands there stays, and is asked after again later.
          if (current) timer = setTimeout(() => ask(times + 1), waitOf(times));
          else error = reason instanceof RequestError ? reason : new RequestError(0, String(reason));
        },
      );
    };
    const waiting = setTimeout(() => (slow = here && !current), SLOW_MS);
    if (earlier && Date.now() - earlier.at < FRESH_MS) told(earlier.answer, 0);
    else ask(0);
    return () => {
      here = false;
      slow = false;
      clearTimeout(timer);
      clearTimeout(waiting);
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
    get current() {
      return current;
    },
    retry: () => turn++,
  };
}
