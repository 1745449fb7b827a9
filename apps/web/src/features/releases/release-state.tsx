import { ENTRY_STATES, RELEASE_STATES } from '@throughline/model';
import { OptionBadge } from '@throughline/ui';

/** Of a release or a changelog entry. */
export function StateBadge({ state }: { readonly state: unknown }) {
  const found = [...RELEASE_STATES, ...ENTRY_STATES].find(({ key }) => key === state);
  return found ? <OptionBadge name={found.name} color={found.color} /> : null;
}
