import type { ComboboxItem } from '@throughline/ui';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';

export const byName = {
  compare: (a: ReplicaRecord, b: ReplicaRecord): number =>
    readText(a.values['name']).localeCompare(readText(b.values['name'])),
};

export function personItems(people: readonly ReplicaRecord[]): readonly ComboboxItem[] {
  return people.map(({ id, values }) => ({
    value: id,
    label: readText(values['name']),
    detail: readText(values['email']),
  }));
}
