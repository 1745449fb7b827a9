/** What records are called: for references in cells, and for names people type in expressions. */
import { foldText } from '@throughline/base';
import { MODEL } from '@throughline/model';
import type { TitleIndex } from '@throughline/view';
import type { Lookup, LookupItem } from '../fields/field-component.ts';
import type { RecordHub, ReplicaRecord } from './record-hub.ts';

export interface Titles extends TitleIndex {
  /** The records of an entity to find and choose from; `*` for those with keys. */
  readonly lookup: (entity: string) => Lookup;
}

/** Those whom everybody in the workspace may read, as the server orders them. */
const ORDERED: ReadonlySet<string> = new Set(['person', 'team', 'company', 'contact']);

export function makeTitles(hub: RecordHub): Titles {
  const lookups = new Map<string, Lookup>();

  function titleOf(id: string): string | undefined {
    const entity = MODEL.entityOfId(id);
    const title = entity && hub.get(entity.name, id)?.[entity.titleField];
    return typeof title === 'string' ? title : undefined;
  }
  function itemOf({ id, values }: ReplicaRecord): LookupItem {
    const detail = values['key'] ?? values['email'] ?? values['domain'];
    return { id, name: titleOf(id) ?? id, ...(typeof detail === 'string' && { detail }) };
  }
  function makeLookup(target: string): Lookup {
    const entities = target === '*' ? ['idea', 'feedback'] : [target];
    let known: { readonly version: string; readonly items: readonly LookupItem[] } | undefined;
    return {
      find: (id) => {
        const entity = MODEL.entityOfId(id);
        const values = entity && hub.get(entity.name, id);
        return values && itemOf({ id, values });
      },
      all: () => {
        const version = entities.map((entity) => hub.version(entity)).join(' ');
        if (known?.version !== version)
          known = { version, items: entities.flatMap((entity) => hub.records(entity).map(itemOf)) };
        return known.items;
      },
    };
  }

  return {
    titleOf,
    orders: (target) => ORDERED.has(target),
    idOf: (target, title) => {
      const wanted = foldText(title);
      const entities = target === '*' ? MODEL.entities.map(({ name }) => name) : [target];
      const found = entities
        .flatMap((entity) => hub.records(entity))
        .filter(({ id }) => foldText(titleOf(id) ?? '') === wanted);
      return found.length === 1 ? found[0]?.id : undefined;
    },
    lookup: (entity) => {
      const lookup = lookups.get(entity) ?? makeLookup(entity);
      lookups.set(entity, lookup);
      return lookup;
    },
  };
}
