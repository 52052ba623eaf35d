// Every answer that the API document describes must be one that the pages can read, and every question one that it takes.
// Only compiled, by `npm run types`.
import type { components } from '../node_modules/.types/schema.ts';
import type {
  Catalogue, CoalitionSummary, GapKind, Gaps, LinkRow, Overview, Partners, Plan, Problem, Standings, Structure, Supposed, WhatIf,
} from '../src/api/types.ts';

import type { ContactRecord, Receipt } from '../src/api/types.ts';
import type { Changes, Timeline } from '../src/api/change.ts';
import type { Comparison, ComparisonAsked } from '../src/api/compare.ts';
import type { Suggestion, WhoAsked, WhoToCall } from '../src/api/who.ts';

type Told = components['schemas'];

export const summary = (told: Told['CoalitionSummary']): CoalitionSummary => told;
export const overview = (told: Told['Overview']): Overview => told;
export const partners = (told: Told['Partners']): Partners => told;
export const line = (told: Told['LinkRow']): LinkRow => told;
export const gaps = (told: Told['Gaps']): Gaps => told;
export const structure = (told: Told['StructureAnswer']): Structure => told;
export const standings = (told: Told['Standings']): Standings => told;
export const plan = (told: Told['Plan']): Plan => told;
export const whatIf = (told: Told['WhatIf']): WhatIf => told;
export const catalogue = (told: Told['Catalogue']): Catalogue => told;
export const problem = (told: Told['Problem']): Problem => told;
/** Sent, so the other way round. */
export const supposed = (asked: Supposed): Told['Supposed'] => asked;
/** A kind that the server no longer has is no kind of ours either. */
export const kind = (ours: GapKind): Told['GapKind'] => ours;
export const whoToCall = (told: Told['WhoToCall']): WhoToCall => told;
export const suggestion = (told: Told['WhoSuggestion']): Suggestion => told;
export const whoAsked = (asked: WhoAsked): Told['WhoBody'] => asked;
export const receipt = (told: Told['Receipt']): Receipt => told;
export const contactRecord = (told: Told['ContactPoint']): ContactRecord => told;
export const comparison = (told: Told['Comparison']): Comparison => told;
export const comparisonAsked = (asked: ComparisonAsked): Told['ComparisonBody'] => asked;
export const changes = (told: Told['Changes']): Omit<Changes, 'counts'> & { counts: object } => told;
export const timeline = (told: Told['Timeline']): Timeline => told;
