import type { RecordHub } from './record-hub.ts';

const mostOffered = 200;

/** Labels that records of the entity have, the most used first. Counted when asked for, once for each change. */
export function makeLabels(hub: RecordHub, entity: string): () => readonly string[] {
  let known: { readonly version: number; readonly labels: readonly string[] } | undefined;
  return () => {
    const version = hub.version(entity);
    if (known?.version === version) return known.labels;
    const counts = new Map<string, number>();
    for (const { values } of hub.records(entity)) {
      const labels = values['labels'];
      if (!Array.isArray(labels)) continue;
      for (const label of labels)
        if (typeof label === 'string') counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    const labels = [...counts].toSorted((a, b) => b[1] - a[1]).map(([label]) => label);
    known = { version, labels: labels.slice(0, mostOffered) };
    return known.labels;
  };
}
