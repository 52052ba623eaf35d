// The terms of the product, explained. An id is part of an address: /uitleg#lijn.
import type { Words } from '../api/types.ts';

export interface Term {
  id: string;
  term: Words;
  text: Words;
}

export const TERMS: readonly Term[] = [
  {
    id: 'coalitie',
    term: { nl: 'Coalitie', en: 'Coalition' },
    text: {
      nl: 'Organisaties in een gemeente of regio die samenwerken rond de eerste 1000 dagen van een kind.',
      en: 'Organisations in a municipality or region that work together on the first 1000 days of a child.',
    },
  },
  {
    id: 'lijn',
    term: { nl: 'Lijn', en: 'Line' },
    text: {
      nl: 'Twee organisaties werken samen of kunnen elkaar bellen. Op de werkvloer zijn het mensen die elkaar kennen. Op bestuurlijk niveau is het een afspraak, zoals een convenant.',
      en: 'Two organisations work together or can phone each other. In practice it is people who know each other. At board level it is an agreement.',
    },
  },
  {
    id: 'hulpvraag',
    term: { nl: 'Hulpvraag', en: 'Need' },
    text: {
      nl: 'Waar een gezin hulp bij nodig heeft, zoals schulden of wonen. U kunt ook gewone woorden typen: wij zoeken de hulpvraag erbij. Wat u typt, bewaren wij niet.',
      en: 'What a family needs help with, such as debts or housing. You can type plain words as well: we find the need that goes with them. We do not keep what you type.',
    },
  },
  {
    id: 'loket',
    term: { nl: 'Loket en gecontroleerd nummer', en: 'Desk and checked number' },
    text: {
      nl: 'Een loket is een nummer of postvak van een organisatie, voor professionals. Groen vinkje: hoogstens een half jaar geleden gecontroleerd. Klok: langer geleden. Gestippeld rondje: nooit gecontroleerd, of nog geen nummer.',
      en: 'A desk is a number or mailbox of an organisation, for professionals. Green tick: checked at most half a year ago. Clock: longer ago. Dashed circle: never checked, or no number yet.',
    },
  },
  {
    id: 'kortste-lijn',
    term: { nl: 'Uw kortste lijn', en: 'Your shortest line' },
    text: {
      nl: 'Langs wie u het snelst bij een loket bekend raakt. Doorgetrokken: beide kanten zeggen het. Gestreept: niet bevestigd. Oranje stippen met een kruis: daar houdt de lijn op.',
      en: 'By whom you are known at a desk soonest. Solid: both sides say so. Dashed: not confirmed. Orange dots with a cross: there the line ends.',
    },
  },
  {
    id: 'bewaard',
    term: { nl: 'Wat uw browser bewaart', en: 'What your browser keeps' },
    text: {
      nl: 'Uw coalitie, waar u werkt, en de laatste kaarten van hulpvragen uit de lijst, voor als er geen verbinding is. Wat u zelf typte, hoort daar niet bij. De laatste kaart is volledig; van eerdere kaarten blijven alleen de loketten, zonder namen van mensen. Met “Wis bewaarde gegevens” onder “Wijzig” haalt u alles weg.',
      en: 'Your coalition, where you work, and the last cards of needs from the list, for when there is no connection. What you typed yourself is not among it. The last card is whole; of earlier cards only the desks stay, without names of people. “Erase what is kept” under “Change” removes everything.',
    },
  },
  {
    id: 'kanten',
    term: { nl: 'Kanten', en: 'Sides' },
    text: {
      nl: 'De twee groepen die we naast elkaar leggen: medisch, en sociaal met informeel. Publieke gezondheid, bestuur en onderwijs kunnen verbinden. U kunt zelf andere kanten kiezen; de keuze staat op elke pagina.',
      en: 'The two groups we hold against each other: medical, and social with informal. Public health, governance and education may connect them. You can choose other sides; the choice stands on every page.',
    },
  },
  {
    id: 'aandachtspunt',
    term: { nl: 'Aandachtspunt', en: 'Point of attention' },
    text: {
      nl: 'Eén bevinding met haar bewijs: een lijn die er nog niet is, een partner die nog niet meedoet, of iets wat niemand gevraagd is.',
      en: 'One finding with its evidence: a line that is not there yet, a partner that does not take part yet, or something nobody was asked.',
    },
  },
  {
    id: 'eerst-vragen',
    term: { nl: 'Nog geen lijn, of eerst vragen', en: 'No line yet, or ask first' },
    text: {
      nl: 'Nog geen lijn: iemand zegt dat de lijn er niet is of moeilijk te vinden is. Eerst vragen: niemand is ernaar gevraagd. Dan weten wij het niet.',
      en: 'No line yet: somebody says that the line is not there or hard to find. Ask first: nobody was asked. Then we do not know.',
    },
  },
  {
    id: 'stapels',
    term: { nl: 'Doen, Vragen, Bijhouden', en: 'Do, Ask, Keep an eye on' },
    text: {
      nl: 'Doen: hoogstens vijf punten waar iets te winnen is. Vragen: hoogstens drie vragen die het meeste duidelijk maken. Bijhouden: hoogstens twee punten om in de gaten te houden.',
      en: 'Do: at most five points where something can be gained. Ask: at most three questions that clear up most. Keep an eye on: at most two points to watch.',
    },
  },
  {
    id: 'norm',
    term: { nl: 'Norm', en: 'Norm' },
    text: {
      nl: 'De lijst van soorten partners en lijnen die in een coalitie te verwachten zijn. Bij elke regel staat de bron. De norm heeft een versie.',
      en: 'The list of kinds of partners and lines that may be expected in a coalition. Every row names its source. The norm has a version.',
    },
  },
  {
    id: 'gewicht',
    term: { nl: 'Gewicht: groot, middel, klein', en: 'Weight: high, medium, low' },
    text: {
      nl: 'Groot (A): de norm verwacht de lijn overal, en geen enkele organisatie van die soort heeft een weg. Middel (B): sommige hebben een weg, of de norm verwacht de lijn vaak. Klein (C): de rest.',
      en: 'High (A): the norm expects the line everywhere, and no organisation of that kind has a way. Medium (B): some have a way, or the norm often expects the line. Low (C): the rest.',
    },
  },
  {
    id: 'zekerheid',
    term: { nl: 'Hoe zeker: twee rondjes', en: 'How certain: two circles' },
    text: {
      nl: 'Elk rondje is een kant. Gevuld: die kant zegt ja. Kruis: die kant zegt nee. Punt: gepland. Gestippeld: niet gevraagd. Leeg: het volgt uit functies. Gewicht en zekerheid staan los van elkaar.',
      en: 'Each circle is a side. Filled: that side says yes. Cross: that side says no. Dot: planned. Dashed: not asked. Empty: it follows from functions. Weight and certainty stand apart.',
    },
  },
  {
    id: 'deelname',
    term: { nl: 'Getekend, doet mee, benaderd, gewenst', en: 'Signed, takes part, approached, wanted' },
    text: {
      nl: 'Getekend: heeft de afspraak ondertekend. Doet mee: werkt in de coalitie. Benaderd: er is mee gesproken. Gewenst: de coalitie wil deze partner erbij. Alleen genoemd: een bron noemt de organisatie, meer weten we niet.',
      en: 'Signed: signed the agreement. Takes part: works in the coalition. Approached: was spoken with. Wanted: the coalition wants this partner in. Only mentioned: a source names the organisation, that is all we know.',
    },
  },
  {
    id: 'soort',
    term: { nl: 'Alleen de soort is bekend', en: 'Only the kind is known' },
    text: {
      nl: 'De bron noemt een soort partner, zoals kraamzorg, maar geen naam. Op de kaart staat de naam schuin.',
      en: 'The source names a kind of partner, such as maternity care, but no organisation. On the map the name is in italics.',
    },
  },
  {
    id: 'drager',
    term: { nl: 'Drager', en: 'Carrier' },
    text: {
      nl: 'Iemand die de twee kanten met elkaar verbindt. Zijn er weinig dragers, dan hangt de verbinding aan weinig mensen. Namen ziet alleen wie dat mag.',
      en: 'Somebody who connects the two sides. With few carriers the connection rests on few people. Names are seen only by those who may.',
    },
  },
  {
    id: 'makelaar',
    term: { nl: 'Makelaar', en: 'Broker' },
    text: {
      nl: 'Een organisatie op de kortste weg tussen anderen van twee kanten. Dat zegt niets over hoe goed zij werkt.',
      en: 'An organisation on the shortest way between others of two sides. That says nothing about how well it works.',
    },
  },
  {
    id: 'kennismaking',
    term: { nl: 'Kennismaking en plan', en: 'Introduction and plan' },
    text: {
      nl: 'Een voorstel om twee organisaties aan elkaar voor te stellen, met wie dat kan doen en waarom. Het plan is een voorstel: er wordt niets verstuurd.',
      en: 'A proposal to introduce two organisations to each other, with who can do so and why. The plan is a proposal: nothing is sent.',
    },
  },
  {
    id: 'toeval',
    term: { nl: 'Bij toeval', en: 'By chance' },
    text: {
      nl: 'Wat een getal zou zijn als dezelfde lijnen willekeurig verdeeld waren. De letter p zegt hoe vaak toeval zo ver afwijkt; onder 0,05 zeggen we minder of meer dan bij toeval.',
      en: 'What a number would be if the same lines were dealt out at random. The letter p says how often chance strays as far; under 0.05 we say less or more than by chance.',
    },
  },
  {
    id: 'vergelijken',
    term: { nl: 'Vergelijken', en: 'Comparing' },
    text: {
      nl: 'Coalities naast elkaar, zonder score en zonder rangorde. Wat we niet kunnen zeggen, staat vooraan. Zwijgen de bronnen, dan staat er “onbekend”. De volgorde is die van uw keuze, of op naam, fase of grootte.',
      en: 'Coalitions side by side, without a score and without a ranking. What cannot be said comes first. Where the sources are silent it says “unknown”. The order is that of your choice, or by name, phase or size.',
    },
  },
  {
    id: 'grenzen',
    term: { nl: 'Kan liggen tussen', en: 'May lie between' },
    text: {
      nl: 'Van veel paren is niet gevraagd of er een lijn is. De ondergrens rekent alsof die er geen hebben, de bovengrens alsof zij er allemaal een hebben. Overlappen de grenzen van twee coalities, dan zegt het verschil niets.',
      en: 'Of many pairs it was not asked whether they have a line. The lower bound counts as if none of them has one, the upper bound as if all of them have. Where the bounds of two coalitions overlap, the difference says nothing.',
    },
  },
  {
    id: 'niet-getoond',
    term: { nl: 'Niet getoond', en: 'Not shown' },
    text: {
      nl: 'Een getal dat meer zou suggereren dan we weten, tonen we niet. De reden staat erbij, bijvoorbeeld: aan een kant staan te weinig organisaties. Aantallen mensen onder de 5 tonen we alleen aan de coalitie zelf: “minder dan 5”.',
      en: 'A number that would suggest more than we know is not shown. The reason stands there, such as: one of the sides has too few organisations. Numbers of people under 5 are shown to the coalition itself only: “fewer than 5”.',
    },
  },
  {
    id: 'trechter',
    term: { nl: 'Trechter', en: 'Funnel' },
    text: {
      nl: 'Een beeld van een kengetal naast de grootte van coalities. Bij kleine coalities schommelt een kengetal vanzelf meer; daarom lopen de lijnen daar uit elkaar. Wie binnen de lijnen ligt, verschilt niet meer dan toeval kan geven.',
      en: 'A picture of an index beside the size of coalitions. In small coalitions an index varies more by itself; that is why the lines move apart there. Whoever lies within the lines differs no more than chance can give.',
    },
  },
  {
    id: 'gelijkenis',
    term: { nl: 'Wie lijkt op wie', en: 'Who is like whom' },
    text: {
      nl: 'Coalities lijken op elkaar als dezelfde soorten partners meedoen en dezelfde groepen lijnen met elkaar hebben. De redenen staan erbij. In de boom komen coalities die het meest op elkaar lijken het eerst samen. Meer op elkaar lijken is niet beter.',
      en: 'Coalitions are alike when the same kinds of partners take part and the same groups have lines with each other. The reasons are given. In the tree the coalitions that are most alike join first. To be more alike is not better.',
    },
  },
  {
    id: 'leren',
    term: { nl: 'Leren van elkaar', en: 'Learning from each other' },
    text: {
      nl: 'Bij wat een coalitie nog niet heeft, staat wie het wel heeft, en hoe zij het doen als een bron dat zegt. Wie het meest op haar lijkt, staat vooraan. “Geen van de coalities noemt dit” is ook een antwoord.',
      en: 'Beside what a coalition does not have yet stands who has it, and how they do it where a source says so. Those most like it come first. “None of the coalitions mentions this” is an answer too.',
    },
  },
  {
    id: 'veranderd',
    term: { nl: 'Veranderd: nieuw, weg, sterker, zwakker', en: 'Changed: new, gone, stronger, weaker' },
    text: {
      nl: 'Wat er tussen twee dagen anders werd aan wat we weten. Nieuw: de lijn was niet bekend. Weg: iemand zegt dat zij er niet meer is. Sterker en zwakker: hoe vaak of op hoeveel manieren. Bevestigd: nu zeggen beide kanten het. Lang niet genoemd: niemand noemde de lijn opnieuw; zij kan er nog zijn.',
      en: 'What became different between two days in what we know. New: the line was not known. Gone: somebody says that it is no longer there. Stronger and weaker: how often or in how many ways. Confirmed: now both sides say so. Not mentioned for long: nobody mentioned the line again; it may still be there.',
    },
  },
  {
    id: 'vastgelegd',
    term: { nl: 'Vastgelegd moment', en: 'Kept moment' },
    text: {
      nl: 'Een meting zoals zij op die dag was. Zij wordt nooit overschreven. Leren we later meer over die dag, dan staat dat ernaast.',
      en: 'A measurement as it was on that day. It is never overwritten. If we learn more about that day later, it stands beside it.',
    },
  },
];
