// The only file that knows addresses of the API.
import type { CoalitionSummary, Gaps, LinkRow, Overview, Partners, Problem, Structure } from './types.ts';

export type Drawing = 'wide' | 'slim';
export type Language = 'nl' | 'en';

const BASE = '/v1/coalitions';
const at = (id: string, part = ''): string => `${BASE}/${encodeURIComponent(id)}${part}`;

export const addresses = {
  coalitions: BASE,
  overview: (id: string) => at(id),
  partners: (id: string) => at(id, '/partners'),
  links: (id: string) => at(id, '/links'),
  gaps: (id: string) => at(id, '/gaps'),
  structure: (id: string) => at(id, '/structure'),
  map: (id: string, format: 'svg' | 'png' | 'pdf', width: Drawing, language: Language) =>
    at(id, `/map?format=${format}&width=${width}&language=${language}`),
};

/** Which answer an address gives. */
export interface Answers {
  coalitions: CoalitionSummary[];
  overview: Overview;
  partners: Partners;
  links: LinkRow[];
  gaps: Gaps;
  structure: Structure;
}

/** A request that did not lead to an answer. `status` is 0 when the server was not reached. */
export class RequestError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function request(url: string, accept: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept } });
  } catch {
    throw new RequestError(0, '');
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new RequestError(response.status, problem?.detail ?? problem?.title ?? '');
}

export async function getJson<T>(url: string): Promise<T> {
  return (await (await request(url, 'application/json')).json()) as T;
}

/** The map as text. Refuses anything that is not an SVG from our own server. */
export async function getSvg(url: string): Promise<string> {
  const response = await request(url, 'image/svg+xml');
  const type = response.headers.get('content-type') ?? '';
  const ours = new URL(response.url, location.href).origin === location.origin;
  if (!ours || !type.startsWith('image/svg+xml')) throw new RequestError(response.status, '');
  return response.text();
}
