/** What a secret link shows, as the server tells it to anyone who has it. */
import { makeApi } from '@throughline/client';
import type { Field as ModelField } from '@throughline/model';
import { currentDay } from '@throughline/ui';
import type { Field, FieldLookups, Lookup } from '../../fields/field-component.ts';
import { toFieldLook } from '../../fields/from-model.ts';
import { locale } from '../../messages/area-t.ts';

export interface SharedPage {
  readonly title: string;
  readonly about: string | null;
  readonly views: readonly SharedView[];
  /** Of the records and people that values name. */
  readonly titles: Readonly<Record<string, string>>;
}

export interface SharedView {
  readonly name: string;
  readonly layout: string;
  readonly groupBy: string | null;
  readonly columns: readonly ModelField[];
  /** By field id. */
  readonly items: readonly SharedItem[];
  /** There are more than are shown. */
  readonly isCut: boolean;
}

export type SharedItem = Readonly<Record<string, unknown>>;

/** `name` is the secret of the link, or a public address. */
export async function fetchShared(name: string, signal: AbortSignal): Promise<SharedPage> {
  const api = makeApi({ baseUrl: '', fetch: window.fetch.bind(window) });
  const response = await api.open(`/v1/shared/${encodeURIComponent(name)}`, { signal });
  return (await response.json()) as SharedPage;
}

/** From then on the browser may read the page. Refused for a wrong password as for no page at all. */
export async function unlockShared(name: string, password: string): Promise<void> {
  const api = makeApi({ baseUrl: '', fetch: window.fetch.bind(window) });
  await api.call('POST', `/shared/${encodeURIComponent(name)}/unlock`, { body: { password } });
}

export interface SharedColumn {
  readonly id: string;
  readonly field: Field;
  readonly source: ModelField;
}

export interface SharedGroup {
  readonly key: string;
  readonly name: string;
  readonly color?: string | undefined;
  readonly emoji?: string | undefined;
  readonly items: SharedView['items'];
}

export function sharedColumns({ columns }: SharedView): readonly SharedColumn[] {
  return columns.map((column) => ({
    id: column.id,
    field: toFieldLook(column, 'EUR'),
    source: column,
  }));
}

/** Total votes; whose they are is not told. */
export function shownValue({ field }: SharedColumn, value: unknown): unknown {
  return field.type === 'votes' && typeof value === 'number' ? { total: value, mine: 0 } : value;
}

/** In the order of the options, then as they come; without a group last. One group where the view has none. */
export function sharedGroups(
  { groupBy, columns, items }: SharedView,
  titles: SharedPage['titles'],
): readonly SharedGroup[] {
  const by = columns.find(({ id }) => id === groupBy);
  if (by === undefined) return [{ key: 'all', name: '', items }];
  const options = by.config.options ?? [];
  const present = new Set(items.flatMap((item) => groupKeys(item[by.id])));
  const others = [...present].filter((key) => key !== '' && !options.some((option) => option.key === key));
  const groups = [
    ...options.map(({ key, name, color, emoji }) => ({ key, name, color: color ?? 'gray', emoji })),
    ...others.map((key) => ({ key, name: titles[key] ?? key })),
    ...(present.has('') ? [{ key: '', name: `– ${by.name}` }] : []),
  ];
  return groups.map((group) => ({
    ...group,
    items: items.filter((item) => groupKeys(item[by.id]).includes(group.key)),
  }));
}

function groupKeys(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.length > 0) return value.filter((key) => typeof key === 'string');
  if (typeof value === 'string') return [value];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [''];
}

export function sharedLookups(titles: SharedPage['titles']): FieldLookups {
  const lookup: Lookup = {
    find: (id) => {
      const name = titles[id];
      return name === undefined ? undefined : { id, name };
    },
    all: () => [],
  };
  return {
    people: lookup,
    teams: lookup,
    companies: lookup,
    records: () => lookup,
    labels: () => [],
    locale,
    today: currentDay(),
  };
}
