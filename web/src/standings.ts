// Positions of partners: what a table shows and what a layer of the map lights.
import type { BrokerRoles, Carrier, Measure, StandingRow, Standings } from './api/types.ts';

export const FIELDS = ['lines', 'crossBetweenness', 'effectiveSize', 'constraint', 'coreNumber'] as const;
export type Field = (typeof FIELDS)[number];
export type SortField = 'party' | Field | 'holdsTogether';

export const ROLES: readonly (keyof BrokerRoles)[] = ['coordinator', 'liaison', 'gatekeeper', 'representative', 'consultant'];

/** A position as a number, whether it comes bare or as a measure; absent when it is not defined. */
export function valueOf(position: number | Measure | null | undefined): number | undefined {
  return (typeof position === 'object' ? position?.value : position) ?? undefined;
}

/** The roles a partner has, with how often; those it never has are left out. */
export function rolesOf({ broker }: Pick<StandingRow, 'broker'>): [keyof BrokerRoles, number][] {
  return ROLES.flatMap((role): [keyof BrokerRoles, number][] => (broker && broker[role] > 0 ? [[role, broker[role]]] : []));
}

/** Brokers: on some shortest way between the sides. */
export const isBroker = (row: StandingRow): boolean => (valueOf(row.crossBetweenness) ?? 0) > 0;

export const brokers = ({ partners }: Standings): StandingRow[] => partners.filter(isBroker);

/** Parties of people without whom some connection between the sides is lost. */
export function carrying({ carriers }: Standings): Set<string> {
  return new Set(carriers.people.filter(({ inSomeCut }) => inSomeCut).map(({ party }) => party.id));
}

/** Carriers whose name the reader may see, once each. */
export function named({ carriers }: Standings): (Carrier & { person: { id: string; name: string } })[] {
  const seen = new Set<string>();
  return carriers.people.filter((one): one is Carrier & { person: { id: string; name: string } } => {
    if (!one.person || seen.has(one.person.id)) return false;
    seen.add(one.person.id);
    return true;
  });
}

/** Takes rows and a column; gives them sorted. Who has no value stands last, both ways. */
export function sortedBy(rows: readonly StandingRow[], field: SortField, descending: boolean, locale: string): StandingRow[] {
  const turn = descending ? -1 : 1;
  const collator = new Intl.Collator(locale, { numeric: true });
  const name = (x: StandingRow, y: StandingRow): number => collator.compare(x.party.name, y.party.name);
  return [...rows].sort((x, y) => {
    if (field === 'party') return turn * name(x, y);
    if (field === 'holdsTogether') return turn * (Number(x.holdsTogether) - Number(y.holdsTogether)) || name(x, y);
    const [a, b] = [valueOf(x[field]), valueOf(y[field])];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined) || name(x, y);
    return turn * (a - b) || name(x, y);
  });
}
