// Names of the kinds of partners, from the catalogue, once a page needs them.
import { addresses, getJson } from './api/client.ts';
import { resource } from './api/resource.svelte.ts';
import type { Catalogue, Domain } from './api/types.ts';
import { say } from './words/index.svelte.ts';

export function kindNames(needed: () => boolean) {
  const catalogue = resource(() => (needed() ? addresses.catalogue : null), getJson<Catalogue>);
  return {
    /** The name of a kind; its code while the catalogue is on its way. */
    of(code: string): string {
      const kind = catalogue.value?.kinds.find((one) => one.code === code);
      return kind ? say(kind.name) : code;
    },
    domain: (code: string): Domain | undefined => catalogue.value?.kinds.find((one) => one.code === code)?.domain,
    get all(): Catalogue['kinds'] {
      return catalogue.value?.kinds ?? [];
    },
  };
}
