// Where and as who somebody looks, kept in this browser only.
import type { Named } from './api/who.ts';

/** The name under which the browser keeps it. */
const KEY = 'kl-me';

export interface Me {
  coalition?: Named;
  /** Kind of partner that one works at, by its code. */
  kind?: string;
  organisation?: Named;
}

let me = $state.raw<Me | null>(read());

function read(): Me | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return kept !== null && typeof kept === 'object' ? (kept as Me) : null;
  } catch {
    return null;
  }
}

export const remembered = {
  /** Absent while nobody was asked, empty when they skipped the question. */
  get me(): Me | null {
    return me;
  },
  keep(next: Me): void {
    me = next;
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing still answers.
    }
  },
  forget(): void {
    me = null;
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
  },
};
