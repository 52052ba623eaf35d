// Answers to "who to call?", made up: a register with one debt adviser, and nothing of it true.
import type { Answer, Contact, WhoToCall } from '../src/api/who.ts';
import { SH, VK, WT } from './samples.ts';

const both = (nl: string, en = nl) => ({ nl, en });
const debts = { code: 'schulden', words: both('Schulden en armoede', 'Debts and poverty') };

export const contact = (more: Partial<Contact> = {}): Contact => ({
  id: 'c1',
  name: 'Aanmeldloket',
  audience: 'professionals',
  audienceWords: both('voor professionals', 'for professionals'),
  phone: { text: '(071) 000 00 00', href: 'tel:+31710000000' },
  mail: { text: 'loket@voorbeeld.example', href: 'mailto:loket@voorbeeld.example' },
  hours: both('Maandag tot en met vrijdag, 9.00 – 12.00 uur', 'Monday to Friday, 9:00 – 12:00'),
  open: [0, 1, 2, 3, 4].map((day) => ({ day, from: 540, until: 720 })),
  needs: [debts],
  refer: 'Bel samen met de ouder. Een brief is niet nodig.',
  languages: [{ code: 'nl', words: both('Nederlands', 'Dutch') }, { code: 'ar', words: both('Arabisch', 'Arabic') }],
  checked: '2026-11-03',
  checkedBy: both('gemeente Voorbeeld'),
  freshness: 'fresh',
  freshnessWords: both('Nummer gecontroleerd op 3 november 2026', 'Number checked on 3 November 2026'),
  vcard: '/v1/contact-points/c1/vcard',
  ...more,
});

export const answer = (rank: number, more: Partial<Answer> = {}): Answer => ({
  rank,
  party: { ...SH, name: 'Schuldhulpverlening Voorbeeld' },
  kind: { code: 'schuldhulpverlening', words: both('Schuldhulpverlening', 'Debt relief') },
  placeholder: false,
  participation: both('Doet mee', 'Takes part'),
  serves: both('Helpt bij schulden.', 'Helps with debts.'),
  contact: contact(),
  others: [],
  people: [],
  line: {
    state: 'confirmed',
    heading: both('Uw kortste lijn: via het wijkteam', 'Your shortest line: via the neighbourhood team'),
    steps: [
      { words: both('U, als verloskundige', 'You, as a midwife'), party: VK, person: null, mark: 'you', by: null },
      { words: both('Wijkteam', 'Neighbourhood team'), party: WT, person: null, mark: 'through', by: { how: 'confirmed', fresh: true, strength: 3, words: both('U zit samen in een overleg. Beide kanten zeggen het, maart 2026.', 'You meet. Both sides say so, March 2026.'), claims: ['k1'] } },
      { words: both('Schuldhulpverlening Voorbeeld'), party: SH, person: null, mark: 'target', by: { how: 'one_sided', fresh: true, strength: 2, words: both('Kent schuldhulp. Eén kant zegt het, mei 2026.', 'Knows debt relief. One side says so, May 2026.'), claims: ['k2'] } },
    ],
    introducer: null,
  },
  next: [both('Vraag het wijkteam om u voor te stellen.', 'Ask the neighbourhood team to introduce you.')],
  reason: both('Staat bovenaan: helpt bij schulden, hoort bij de coalitie en het nummer is pas gecontroleerd.', 'Listed first: helps with debts, is of the coalition and the number was checked lately.'),
  ...more,
});

export const told = (more: Partial<WhoToCall> = {}): WhoToCall => ({
  coalition: { id: 'leiden', name: 'Leiden' },
  asOf: '2026-11-22',
  version: 1,
  asked: { text: 'geldzorgen', need: debts, how: 'synonym', also: { nl: ['schuldhulp'], en: ['debt'] } },
  from: { words: both('U, als verloskundige', 'You, as a midwife'), kind: 'verloskundigenpraktijk' },
  status: both('1 antwoord. Wij zochten ook op: schuldhulp, geldzorgen.', '1 answer. We searched as well for: schuldhulp, geldzorgen.'),
  answers: [answer(1)],
  nobody: null,
  elsewhere: null,
  guesses: [],
  ...more,
});
