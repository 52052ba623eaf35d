// Answers to "who to call?" in the form and the words of the server, of a made-up register with one debt adviser: nothing of it is true.
import type { Answer, Contact, WhoToCall } from '../src/api/who.ts';
import { SH, WT } from './samples.ts';

const both = (nl: string, en = nl) => ({ nl, en });
const debts = { code: 'schulden', words: both('Schulden en armoede', 'Debts and poverty') };

export const contact = (more: Partial<Contact> = {}): Contact => ({
  id: 'c1',
  name: 'Aanmeldloket',
  audience: 'professionals',
  audienceWords: both('loket voor professionals', 'desk for professionals'),
  phone: { text: '(071) 000 00 00', href: 'tel:+31710000000' },
  mail: { text: 'loket@voorbeeld.example', href: 'mailto:loket@voorbeeld.example' },
  hours: both('Maandag tot en met vrijdag, 9.00 – 12.00 uur', 'Monday to Friday, 9:00 – 12:00'),
  open: [0, 1, 2, 3, 4].map((day) => ({ day, from: 540, until: 720 })),
  needs: [debts],
  refer: 'Bel samen met de ouder. Een brief is niet nodig.',
  languages: [{ code: 'nl', words: both('Nederlands', 'Dutch') }, { code: 'ar', words: both('Arabisch', 'Arabic') }],
  checked: '2026-11-03',
  checkedBy: both('Gemeente Voorbeeld'),
  freshness: 'fresh',
  freshnessWords: both('Gecontroleerd op 3 november 2026, door Gemeente Voorbeeld.', 'Checked on 3 November 2026, by Gemeente Voorbeeld.'),
  vcard: '/v1/contact-points/c1/vcard',
  ...more,
});

export const answer = (rank: number, more: Partial<Answer> = {}): Answer => ({
  rank,
  party: { ...SH, name: 'Schuldhulpverlening Voorbeeld' },
  kind: { code: 'schuldhulpverlening', words: both('Schuldhulpverlening', 'Debt relief') },
  placeholder: false,
  participation: both('doet mee', 'takes part'),
  serves: both('Heeft een loket voor schulden en armoede.', 'Has a desk for debts and poverty.'),
  contact: contact(),
  others: [],
  people: [],
  line: {
    state: 'possible',
    heading: both('Misschien via wijkteam', 'Possibly via wijkteam'),
    steps: [
      { words: both('U, als verloskundige', 'You, as a midwife'), party: null, person: null, mark: 'you', by: null },
      { words: both('Wijkteam'), party: WT, person: null, mark: 'through', by: { how: 'confirmed', fresh: true, strength: 3, words: both('Verloskundigen en wijkteam overleggen. Beide kanten zeggen het, maart 2026.', 'Verloskundigen and wijkteam meet. Both sides say so, March 2026.'), claims: ['k1'] } },
      { words: both('Schuldhulpverlening Voorbeeld'), party: SH, person: null, mark: 'target', by: { how: 'one_sided', fresh: true, strength: 2, words: both('Kent schuldhulp. Eén kant zegt het, mei 2026.', 'Knows debt relief. One side says so, May 2026.'), claims: ['k2'] } },
    ],
    introducer: null,
  },
  next: [
    both('Bel Aanmeldloket: (071) 000 00 00.', 'Call Aanmeldloket: (071) 000 00 00.'),
    both('Vraag wijkteam om u voor te stellen.', 'Ask wijkteam to introduce you.'),
  ],
  reason: both('Staat bovenaan: heeft een loket voor schulden en armoede, doet mee in coalitie Leiden en het nummer is pas gecontroleerd.', 'Listed first: has a desk for debts and poverty, takes part in coalition Leiden and the number was checked recently.'),
  ...more,
});

export const told = (more: Partial<WhoToCall> = {}): WhoToCall => ({
  coalition: { id: 'leiden', name: 'Leiden' },
  asOf: '2026-11-22',
  version: 1,
  asked: { text: 'geldzorgen', need: debts, how: 'synonym', also: { nl: ['schuldhulp'], en: ['debt'] } },
  from: { words: both('U, als verloskundige', 'You, as a midwife'), kind: 'verloskundigenpraktijk' },
  status: both('1 antwoord. Wij zochten ook op: schuldhulp.', '1 answer. We also searched for: schuldhulp.'),
  answers: [answer(1)],
  nobody: null,
  elsewhere: null,
  guesses: [],
  ...more,
});
