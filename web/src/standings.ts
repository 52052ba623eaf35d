// Positions of partners: what a table shows and what a layer of the map lights.
import type { BrokerRoles, Carrier, Carriers, StandingRow, Standings } from './api/types.ts';

export const FIELDS = ['lines', 'crossBetweenness', 'effectiveSize', 'constraint', 'coreNumber', 'departure'] as const;
export type Field = (typeof FIELDS)[number];
export type SortField = 'party' | Field | 'holdsTogether';

export const ROLES: readonly (keyof BrokerRoles)[] = ['coordinator', 'liaison', 'gatekeeper', 'consultant'];

/** A position as a number; absent when it is not defined. What the others lose is said without its minus sign. */
export function valueOf(row: StandingRow, field: Field): number | undefined {
  if (field === 'lines' || field === 'coreNumber') return row[field];
  if (field !== 'departure') return row[field].value ?? undefined;
  const change = row.departure.crossEfficiencyChange.value;
  return change == null ? undefined : Math.abs(change);
}

/** The roles a partner has, with how often; those it never has are left out. */
export function rolesOf({ broker }: Pick<StandingRow, 'broker'>): [keyof BrokerRoles, number][] {
  return ROLES.flatMap((role): [keyof BrokerRoles, number][] => (broker[role] > 0 ? [[role, broker[role]]] : []));
}

/** Brokers: on some shortest way between the sides. */
export const isBroker = (row: StandingRow): boolean => (row.crossBetweenness.value ?? 0) > 0;

export const brokers = ({ partners }: Standings): StandingRow[] => partners.filter(isBroker);

/** Organisations of the people on whom the lines between the sides rest. */
export function carrying({ carriers }: Standings): Set<string> {
  return new Set(carriers.people.flatMap(({ parties }) => parties.map(({ id }) => id)));
}

/** Carriers whom the reader may know by name. */
export const named = ({ carriers }: Standings): (Carrier & { person: string })[] =>
  carriers.people.filter((one): one is Carrier & { person: string } => one.person != null);

/** How many people at least, as far as what is known allows to say; `range` when how many stand behind a "somebody" matters. */
export function carried({ number: { value, low, high }, cap }: Carriers): { count: number; cap?: number; range?: [number, number] } | undefined {
  if (value == null || value === 0) return undefined;
  const range: [number, number] | undefined = low != null && high != null && low !== high ? [low, high] : undefined;
  return { count: value, ...(cap != null && { cap }), ...(range && { range }) };
}

/** Takes rows and a column; gives them sorted. Who has no value stands last, both ways. */
export function sortedBy(rows: readonly StandingRow[], field: SortField, descending: boolean, locale: string): StandingRow[] {
  const turn = descending ? -1 : 1;
  const collator = new Intl.Collator(locale, { numeric: true });
  const name = (x: StandingRow, y: StandingRow): number => collator.compare(x.party.name, y.party.name);
  return [...rows].sort((x, y) => {
    if (field === 'party') return turn * name(x, y);
    if (field === 'holdsTogether') return turn * (Number(x.holdsTogether) - Number(y.holdsTogether)) || name(x, y);
    const [a, b] = [valueOf(x, field), valueOf(y, field)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined) || name(x, y);
    return turn * (a - b) || name(x, y);
  });
}
