// A choice of sides, as boxes on the page and as a code in the address.
export interface Chosen {
  how: 'default' | 'three-groups' | 'own';
  first: string[];
  second: string[];
}

/** Where a choice of one's own starts: the usual sides, by domain. */
const START = { first: ['medical'], second: ['social', 'informal'] };

/** Takes the code of the address; gives what is ticked. */
export function read(code: string | undefined): Chosen {
  if (code === undefined || code === 'default') return { how: 'default', ...START };
  if (code === 'three-groups') return { how: 'three-groups', ...START };
  const [first = '', second = ''] = code.split(':');
  const parts = (side: string): string[] => side.split(',').filter(Boolean);
  return { how: 'own', first: parts(first), second: parts(second) };
}

/** The code of what is ticked; absent for the usual sides. Whether it makes sense is for the server to say. */
export function write({ how, first, second }: Chosen): string | undefined {
  if (how === 'default') return undefined;
  return how === 'three-groups' ? how : `${first.join(',')}:${second.join(',')}`;
}

/** Ticks or unticks one part, order kept. */
export function ticked(side: readonly string[], part: string, on: boolean): string[] {
  return on ? [...side.filter((one) => one !== part), part] : side.filter((one) => one !== part);
}
