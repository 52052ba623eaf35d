// What was tested for accessibility, and what was not.
import type { Words } from '../api/types.ts';

export const AIM: Words = {
  nl: 'Deze site is gemaakt volgens WCAG 2.2, niveau A en AA. Dit is een beschrijving van wat is getest, geen toegankelijkheidsverklaring.',
  en: 'This site is made to WCAG 2.2, levels A and AA. This describes what was tested; it is not an accessibility statement.',
};

export const TESTED: readonly Words[] = [
  {
    nl: 'Elke pagina is automatisch getest met axe op WCAG 2.0, 2.1 en 2.2 (A en AA), op breedtes van 1200 en 390 pixels.',
    en: 'Every page was tested automatically with axe for WCAG 2.0, 2.1 and 2.2 (A and AA), at widths of 1200 and 390 pixels.',
  },
  { nl: 'Bij een breedte van 320 pixels schuift geen pagina opzij.', en: 'At a width of 320 pixels no page scrolls sideways.' },
  {
    nl: 'Wie zoekt, heeft met het toetsenbord drie stappen van het zoekveld naar de belknop. De knop staat ook op het kleinste scherm zonder schuiven in beeld.',
    en: 'Who searches has three steps by keyboard from the search field to the call button. The button is in view without scrolling on the smallest screen too.',
  },
  {
    nl: 'Met alleen het toetsenbord komt u bij elk aandachtspunt en zijn bewijs.',
    en: 'With the keyboard alone you reach every point of attention and its evidence.',
  },
  {
    nl: 'Met alleen het toetsenbord zet u kennismakingen in het plan aan en uit, en kiest u een laag op de kaart.',
    en: 'With the keyboard alone you switch introductions of the plan on and off, and choose a layer on the map.',
  },
  {
    nl: 'De kaart heeft voor elke organisatie een link met naam, domein en deelname. Alles op de kaart staat ook in een tabel.',
    en: 'The map has a link for every organisation with its name, domain and participation. Everything on the map is in a table too.',
  },
];

export const UNTESTED: readonly Words[] = [
  { nl: 'Een schermlezer, door iemand die er dagelijks mee werkt.', en: 'A screen reader, by somebody who uses one every day.' },
  { nl: 'Andere thema’s dan het neutrale.', en: 'Themes other than the neutral one.' },
  { nl: 'Vergroting van alleen de tekst tot 200 %.', en: 'Enlarging only the text to 200%.' },
];
