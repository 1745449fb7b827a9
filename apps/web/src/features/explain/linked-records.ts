/** The records that a rollup, a counter or votes are made of, as far as the reader may see them. */
import { ownValue } from '@throughline/base';
import { MODEL, type Cell, type Field, type Values } from '@throughline/model';

export interface LinkReader {
  readonly get: (entity: string, id: string) => Values | undefined;
  readonly related: (
    entity: string,
    via: string,
    value: string,
  ) => readonly { readonly id: string; readonly values: Values }[];
  readonly fields: (entity: string) => readonly Field[];
}

export interface LinkedRecord {
  readonly entity: string;
  readonly id: string;
  readonly values: Values;
  /** What it adds; null where it adds nothing, or where records are counted. */
  readonly amount: number | null;
}

type Place = Omit<LinkedRecord, 'amount'>;

/** Follows a path such as `insights.company.revenue`; each record at its end stands once. */
export function linkedRecords(
  start: Pick<Place, 'entity' | 'id'>,
  path: string,
  links: LinkReader,
): readonly LinkedRecord[] {
  let places: readonly Place[] = [{ ...start, values: links.get(start.entity, start.id) ?? {} }];
  let of: Field | undefined;
  for (const name of path.split('.')) {
    const entity = places[0]?.entity;
    const field = entity === undefined ? undefined : links.fields(entity).find(({ key }) => key === name);
    if (field !== undefined && MODEL.kindOf(field) === 'number') of = field;
    else places = unique(places.flatMap((place) => step(place, { name, field, links })));
  }
  return places.map((place) => ({ ...place, amount: of === undefined ? null : amountOf(place, of) }));
}

interface Step {
  readonly name: string;
  readonly field: Field | undefined;
  readonly links: LinkReader;
}

function step(place: Place, { name, field, links }: Step): readonly Place[] {
  const relation = ownValue(MODEL.entity(place.entity).relations, name);
  if (relation !== undefined)
    return links
      .related(relation.entity, relation.via, place.id)
      .map(({ id, values }) => ({ entity: relation.entity, id, values }));
  if (field === undefined) return [];
  if (field.type === 'relation') return connected(place, field, links);
  const id = place.values[field.id];
  return typeof id === 'string' ? read(id, links) : [];
}

function connected(place: Place, { id, config }: Field, links: LinkReader): readonly Place[] {
  const [near, far] = config.mirrors === undefined ? ['from', 'to'] : ['to', 'from'];
  return links
    .related('relation', near as string, place.id)
    .filter(({ values }) => values['field'] === (config.mirrors ?? id))
    .flatMap(({ values }) => {
      const other = values[far as string];
      return typeof other === 'string' ? read(other, links) : [];
    });
}

function read(id: string, links: LinkReader): readonly Place[] {
  const entity = MODEL.entityOfId(id)?.name;
  const values = entity === undefined ? undefined : links.get(entity, id);
  return entity === undefined || values === undefined ? [] : [{ entity, id, values }];
}

function unique(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

function amountOf({ values }: Place, field: Field): number | null {
  const value = values[field.id];
  if (value === undefined || value === null) return null;
  const cell: Cell = MODEL.fieldType(field.type).toCell(value, field);
  return typeof cell === 'number' ? cell : null;
}
