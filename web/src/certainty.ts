// What each of the two sides says, as the mark of two circles shows it.
import type { GapRow, LinkRow } from './api/types.ts';

export type Says = 'yes' | 'no' | 'planned' | 'implied' | 'unasked';
export type TwoSides = [Says, Says];

/** Kinds of gap whose statement is that something is not there. */
const DENYING: readonly string[] = ['missing_line', 'missing_partner', 'isolate', 'no_contact_point', 'uncovered_need', 'uncovered_theme'];
/** Kinds that follow from functions when no side says so. */
const FOLLOWING: readonly string[] = ['single_carrier', 'few_carriers'];

/** Takes a gap; gives what the mark beside it shows. A source that is no party leaves both sides unasked. */
export function ofGap({ kind, certainty }: Pick<GapRow, 'kind' | 'certainty'>): TwoSides {
  if (kind === 'contested') return ['yes', 'no'];
  const says: Says = DENYING.includes(kind) ? 'no' : 'yes';
  if (certainty === 'both') return [says, says];
  if (certainty === 'one') return [says, 'unasked'];
  if (FOLLOWING.includes(kind)) return ['implied', 'implied'];
  return ['unasked', 'unasked'];
}

/** Takes a line; gives what its two ends say. */
export function ofLink({ status, saidBy }: Pick<LinkRow, 'status' | 'saidBy'>): TwoSides {
  const said: Says = status === 'planned' || status === 'wished' ? 'planned' : status === 'denied' ? 'no' : 'yes';
  const other: Says = status === 'contested' ? 'no' : 'unasked';
  return [saidBy[0] ? said : other, saidBy[1] ? said : other];
}
