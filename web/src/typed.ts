// What was asked in free words at each step of this tab. The history of the browser holds a number only, so that all of it can be
// erased at once; gone when the tab is closed.

const KEY = 'kl-typed';
/** How many steps are remembered; the oldest goes first. */
export const STEPS_MAX = 50;

/** What was asked in free words: never in an address. */
export interface Asked {
  /** As typed. */
  text?: string;
  /** One thing of the register, by its id. */
  thing?: Thing;
}
export interface Thing {
  what: 'organisation' | 'person' | 'contactPoint';
  id: string;
  name: string;
}

type Steps = [step: number, asked: Asked][];

let steps: Steps = read();

function read(): Steps {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as Steps) : [];
  } catch {
    return [];
  }
}

function write(): void {
  try {
    if (steps.length > 0) sessionStorage.setItem(KEY, JSON.stringify(steps));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing knows it until the page is loaded again.
  }
}

export function typedAt(step: number | undefined): Asked {
  return steps.find(([own]) => own === step)?.[1] ?? {};
}

/** Remembers what was asked, at a step that there is or at a new one; gives the step, none where nothing was asked. */
export function remember(asked: Asked, step?: number): number | undefined {
  const others = steps.filter(([own]) => own !== step);
  const nothing = asked.text === undefined && asked.thing === undefined;
  if (nothing && others.length === steps.length) return undefined;
  const own = step ?? Math.max(0, ...steps.map(([other]) => other)) + 1;
  steps = nothing ? others : [...others, [own, asked] as Steps[number]].slice(-STEPS_MAX);
  write();
  return nothing ? undefined : own;
}

export function forgetTyped(): void {
  steps = [];
  write();
}
