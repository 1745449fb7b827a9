/** What companies can be told apart by: choices, texts, and formulas that answer a text. */
import { MODEL, type Field } from '@throughline/model';
import { useMemo, useSyncExternalStore } from 'react';
import { useFields, useWorkspace } from '../../data/data-context.ts';
import type { DemandReader } from '../../data/demand.ts';
import { makeRecordValues } from '../../data/record-values.ts';
import { readText } from '../../fields/read-value.ts';

export interface Segments {
  readonly fields: readonly Field[];
  readonly reader: DemandReader;
  readonly nameOf: (segment: string) => string;
}

export function useSegments(chosen: string): Segments {
  const data = useWorkspace();
  const all = useFields('company');
  const version = useSyncExternalStore(
    (listener) => data.hub.onEntity('company', listener),
    () => data.hub.version('company'),
  );
  return useMemo(() => {
    const fields = all.filter(divides);
    const field = fields.find(({ id }) => id === chosen) ?? fields[0];
    const source = data.source('company', null);
    const values = makeRecordValues(data, source);
    const revenue = all.find(({ key }) => key === 'revenue');
    const options = field?.config.options ?? [];
    const revenueOf = (company: string): number => {
      const value = data.hub.get('company', company)?.['revenue'] ?? null;
      const cell = revenue && value !== null ? MODEL.fieldType(revenue.type).toCell(value, revenue) : null;
      return typeof cell === 'number' ? cell : 0;
    };
    return {
      fields,
      reader: {
        segments: options.map(({ key }) => key),
        segmentOf: (company) => (field === undefined ? '' : readText(values.value(company, field))),
        revenueOf,
      },
      nameOf: (segment) => options.find(({ key }) => key === segment)?.name ?? segment,
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- values are read from the hub: `version` tells when anew
  }, [data, all, chosen, version]);
}

function divides({ type, config, key }: Field): boolean {
  if (key === 'name' || key === 'domain') return false;
  return type === 'select' || type === 'text' || (type === 'formula' && config.result === 'text');
}
