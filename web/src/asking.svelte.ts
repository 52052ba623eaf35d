// One question to the server at a time: the newest. The answer before stands until the next is there.
import { untrack } from 'svelte';
import { RequestError, whoToCall } from './api/client.ts';
import type { WhoAsked, WhoToCall } from './api/who.ts';
import { answerOf, cardOf, cards, keep, type Card } from './kept.ts';

/** Time before a page says that it is loading, in ms. */
const SLOW_MS = 300;

export interface Question {
  body: WhoAsked;
  /** Asked while it is being typed: what nobody serves is not counted yet. */
  typing?: boolean;
  /** Where the card is kept for when there is no connection; absent for free text. */
  address?: string;
}

export interface Asking {
  /** The answer to the question, or to the one before while this is being asked. */
  readonly answer: WhoToCall | undefined;
  /** Is the answer that stands there the answer to this question? */
  readonly current: boolean;
  readonly slow: boolean;
  readonly error: RequestError | undefined;
  /** The card that is shown instead of an answer, because there is no connection. */
  readonly card: Card | undefined;
  /** The cards to choose from when there is no connection. */
  readonly cards: Card[];
  retry(): void;
}

/**
 * Takes the question (read again whenever it changes; null: none) and where to keep the card of an answer, in the answer's own
 * words; gives what the page shows of it.
 */
export function asking(question: () => Question | null, addressOf: (answer: WhoToCall) => string | undefined): Asking {
  let answer = $state.raw<WhoToCall>();
  let error = $state.raw<RequestError>();
  let card = $state.raw<Card>();
  let all = $state.raw<Card[]>([]);
  let slow = $state(false);
  let current = $state(false);
  let turn = $state(0);
  const asked = $derived(JSON.stringify(question()));
  /** The question whose answer stands there, without whether it was being typed. */
  let before = '';

  $effect(() => {
    void turn;
    const now = JSON.parse(asked) as Question | null;
    const same = JSON.stringify({ ...now, typing: undefined });
    // Typed until here, and meant: the answer stays and is asked once more, to be counted.
    const meant = untrack(() => current) && same === before && !now?.typing;
    before = same;
    if (!meant) current = false;
    if (now === null) {
      answer = error = card = undefined;
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => (slow = !meant), SLOW_MS);
    whoToCall({ ...now.body, ...(now.typing && { typing: true }) }, stop.signal)
      .then((told) => {
        answer = told;
        error = card = undefined;
        current = true;
        const address = now.address ?? addressOf(told);
        if (address !== undefined) void keep(cardOf(told, address, Date.now()));
      })
      .catch(async (reason: unknown) => {
        if (stop.signal.aborted || meant) return;
        const fault = reason instanceof RequestError ? reason : new RequestError(0, String(reason));
        const kept = fault.status === 0 ? await cards() : [];
        if (stop.signal.aborted) return;
        error = fault;
        all = kept;
        card = kept.find(({ address }) => address === now.address);
        answer = card && answerOf(card);
        current = card !== undefined;
      })
      .finally(() => {
        clearTimeout(timer);
        if (!stop.signal.aborted) slow = false;
      });
    return () => {
      stop.abort();
      clearTimeout(timer);
      slow = false;
    };
  });

  return {
    get answer() {
      return answer;
    },
    get current() {
      return current;
    },
    get slow() {
      return slow;
    },
    get error() {
      return error;
    },
    get card() {
      return card;
    },
    get cards() {
      return all;
    },
    retry: () => turn++,
  };
}
