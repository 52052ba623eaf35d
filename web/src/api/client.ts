// The only file that knows addresses of the API.
import { written, type Reading } from '../query.ts';
import type { ComparisonAsked } from './compare.ts';
import type {
  Catalogue, CoalitionSummary, Gaps, LinkRow, Overview, Partners, Plan, Problem, Receipt, Standings, Structure, Supposed, WhatIf,
} from './types.ts';
import type { WhoAsked, WhoToCall } from './who.ts';

export type Drawing = 'wide' | 'slim';
export type Language = 'nl' | 'en';
/** What is drawn of several coalitions at once. */
export type Picture = 'small-multiples' | 'dots' | 'funnel' | 'kinds' | 'tree';

/** Which coalitions, and of what; no coalitions: all. */
export interface Pictured {
  coalitions?: readonly string[];
  measure?: string;
}

const BASE = '/v1/coalitions';
const asked = ({ sides, rule, on }: Reading): [string, string | undefined][] => [['asOf', on], ['rule', rule], ['sides', sides]];
const at = (id: string, part: string, reading: Reading, own: [string, string | undefined][] = []): string =>
  `${BASE}/${encodeURIComponent(id)}${part}${written([...own, ...asked(reading)])}`;

const besides = ({ coalitions = [], measure }: Pictured): [string, string | undefined][] => [
  ...coalitions.map((id): [string, string] => ['coalition', id]),
  ['measure', measure],
];

export const addresses = {
  catalogue: '/v1/catalogue',
  coalitions: BASE,
  suggestions: (text: string, coalition?: string) => withBody('/v1/who-to-call/suggestions', { text, ...(coalition && { coalition }) }),
  searches: (id: string) => `${BASE}/${encodeURIComponent(id)}/searches`,
  contactPoints: '/v1/contact-points',
  contactPoint: (id: string) => `/v1/contact-points/${encodeURIComponent(id)}`,
  callCard: (id: string, size: 'a4' | 'wallet', language: Language) =>
    `${BASE}/${encodeURIComponent(id)}/call-card${written([['size', size], ['format', 'pdf'], ['language', language]])}`,
  overview: (id: string, reading: Reading) => at(id, '', reading),
  partners: (id: string, reading: Reading) => at(id, '/partners', reading),
  links: (id: string, reading: Reading) => at(id, '/links', reading),
  gaps: (id: string, reading: Reading) => at(id, '/gaps', reading),
  structure: (id: string, reading: Reading) => at(id, '/structure', reading),
  standings: (id: string, reading: Reading) => at(id, '/standings', reading),
  plan: (id: string, lines: number, reading: Reading) => at(id, '/introductions', reading, [['lines', String(lines)]]),
  map: (id: string, format: 'svg' | 'png' | 'pdf', width: Drawing, language: Language, reading: Reading, since?: string) =>
    at(id, '/map', reading, [['format', format], ['width', width], ['language', language], ['since', since]]),
  changes: (id: string, from: string | undefined, { on, ...reading }: Reading) => at(id, '/changes', reading, [['from', from], ['to', on]]),
  timeline: (id: string, measure: string) => at(id, '/timeline', {}, [['measure', measure]]),
  timelinePicture: (id: string, measure: string, format: 'svg' | 'pdf', width: Drawing, language: Language) =>
    at(id, '/timeline-picture', {}, [['measure', measure], ['format', format], ['width', width], ['language', language]]),
  /** Where both begin. */
  timelines: (id: string) => `${BASE}/${encodeURIComponent(id)}/timeline`,
  measurements: (id: string) => `${BASE}/${encodeURIComponent(id)}/measurements`,
  comparison: (question: ComparisonAsked) => withBody('/v1/comparisons', question),
  comparisonPicture: (picture: Picture, of: Pictured, format: 'svg' | 'pdf', width: Drawing, language: Language, reading: Reading) =>
    `/v1/comparison-pictures/${picture}${written([...besides(of), ...asked(reading), ['format', format], ['width', width], ['language', language]])}`,
  comparisonTable: (of: Pictured, format: 'csv' | 'xlsx', language: Language, reading: Reading) =>
    `/v1/comparison-tables${written([...besides(of), ...asked(reading), ['format', format], ['language', language]])}`,
  report: (id: string, format: 'html' | 'pdf', language: Language, reading: Reading) =>
    at(id, '/report', reading, [['language', language], ['format', format]]),
  whatIf: (id: string, changes: Supposed[], reading: Reading) => withBody(at(id, '/what-if', {}), supposed(changes, reading)),
  whatIfMap: (id: string, changes: Supposed[], width: Drawing, language: Language, reading: Reading) =>
    withBody(at(id, '/what-if/map', {}, [['width', width], ['language', language]]), supposed(changes, reading)),
};

/** What is asked of a scenario. */
function supposed(changes: Supposed[], { sides, rule, on }: Reading): object {
  return { changes, ...(on && { asOf: on }), ...(rule && { rule }), ...(sides && { sides }) };
}

/** An address with what is sent to it, as one text: equal questions are equal texts. */
const withBody = (url: string, body: object): string => `${url}#${JSON.stringify(body)}`;

/** Which answer an address gives. */
export interface Answers {
  catalogue: Catalogue;
  coalitions: CoalitionSummary[];
  overview: Overview;
  partners: Partners;
  links: LinkRow[];
  gaps: Gaps;
  structure: Structure;
  standings: Standings;
  plan: Plan;
  whatIf: WhatIf;
}

/** A request that did not lead to an answer. `status` is 0 when the server was not reached. */
export class RequestError extends Error {
  readonly status: number;
  /** What is wrong with which parameter, by name. */
  readonly faults: Readonly<Record<string, string>>;
  constructor(status: number, message: string, faults: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.faults = faults;
  }
}

interface Sent {
  method?: string;
  signal?: AbortSignal;
  /** The ETag of what is replaced. */
  seen?: string;
}

async function request(url: string, accept: string, { method, signal, seen }: Sent = {}): Promise<Response> {
  const [address, ...rest] = url.split('#');
  const body = rest.join('#') || undefined;
  const headers: Record<string, string> = { accept, 'accept-language': document.documentElement.lang || 'nl' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (seen !== undefined) headers['if-match'] = seen;
  let response: Response;
  try {
    response = await fetch(address!, { headers, body, signal, method: method ?? (body === undefined ? 'GET' : 'POST') });
  } catch (reason) {
    if (signal?.aborted) throw reason;
    throw new RequestError(0, '');
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  const faults = Object.fromEntries((problem?.errors ?? []).map(({ parameter, pointer, detail }) => [parameter ?? pointer ?? '', detail]));
  throw new RequestError(response.status, problem?.detail ?? problem?.title ?? '', faults);
}

export async function getJson<T>(url: string): Promise<T> {
  return (await (await request(url, 'application/json')).json()) as T;
}

/** Asks who to call. The question stands in the body, so that no address and no log holds what was typed. */
export async function whoToCall(question: WhoAsked, signal: AbortSignal): Promise<WhoToCall> {
  return (await (await request(withBody('/v1/who-to-call', question), 'application/json', { signal })).json()) as WhoToCall;
}

/** One thing of the register with its ETag, to change it. */
export async function getRecord<T>(url: string): Promise<{ record: T; seen: string }> {
  const response = await request(url, 'application/json');
  return { record: (await response.json()) as T, seen: response.headers.get('etag') ?? '' };
}

/** Adds (POST) or, with the ETag of what was seen, replaces (PUT). Gives how to undo it. */
export async function send(url: string, body: object, seen?: string): Promise<Receipt> {
  const method = seen === undefined ? 'POST' : 'PUT';
  return (await (await request(withBody(url, body), 'application/json', { method, seen })).json()) as Receipt;
}

/** Takes back what a receipt is of. Refused when somebody changed the same in between. */
export const undo = ({ inverse, revisions }: Receipt): Promise<Receipt> => send('/v1/changes', { changes: inverse, expected: revisions });

/** Does this answer come, or is it not for who asks? What fails otherwise is no refusal. */
export async function allowed(url: string): Promise<boolean> {
  return request(url, 'application/json').then(
    // Nothing of the answer is read: let go of it, or it stays open.
    async (response) => (await response.body?.cancel(), true),
    (reason: unknown) => !(reason instanceof RequestError && reason.status === 403),
  );
}

/** The map as text. Refuses anything that is not an SVG from our own server. */
export async function getSvg(url: string): Promise<string> {
  // What is wrong with a question is told as JSON.
  const response = await request(url, 'image/svg+xml, application/problem+json;q=0.9');
  const type = response.headers.get('content-type') ?? '';
  const ours = new URL(response.url, location.href).origin === location.origin;
  if (!ours || !type.startsWith('image/svg+xml')) throw new RequestError(response.status, '');
  return response.text();
}
