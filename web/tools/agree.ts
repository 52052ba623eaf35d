// Every answer that the API document describes must be one that the pages can read. Only compiled, by `npm run types`.
import type { components } from '../node_modules/.types/schema.ts';
import type { CoalitionSummary, Gaps, LinkRow, Overview, Partners, Structure } from '../src/api/types.ts';

type Told = components['schemas'];

export const summary = (told: Told['CoalitionSummary']): CoalitionSummary => told;
export const overview = (told: Told['Overview']): Overview => told;
export const partners = (told: Told['Partners']): Partners => told;
export const line = (told: Told['LinkRow']): LinkRow => told;
export const gaps = (told: Told['Gaps']): Gaps => told;
export const structure = (told: Told['StructureAnswer']): Structure => told;
