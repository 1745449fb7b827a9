/** The view that the address names, in a space: its records, columns and query, and how people change them. */
import { MODEL, type Field, type Values } from '@throughline/model';
import type { Schema } from '@throughline/view';
import { useMemo, useState } from 'react';
import { startWidth } from '../data/column-width.ts';
import { keptPart } from '../data/kept-part.ts';
import { useFields, useRecord, useWorkspace } from '../data/data-context.ts';
import type { ReplicaRecord } from '../data/record-hub.ts';
import type { Place, RecordSource } from '../data/record-source.ts';
import {
  columnFields,
  readViewSettings,
  showView,
  type ShownView,
  type ViewSettings,
} from '../data/saved-view.ts';
import { useRecordWindow, type ShownWindow } from '../data/use-record-window.ts';
import { useSpaceViews } from '../data/space-views.ts';
import type { ShownColumn } from '../data/view-list-model.ts';
import { useKeptSetting } from '../frame/kept-setting.ts';
import { useListSearch, type SearchChange } from '../search/use-list-search.ts';
import type { ListSearch } from '../search/list-search.ts';

export interface SpaceView {
  /** Where the view lives: its rights are asked there. */
  readonly space: string;
  /** Whose records it shows. */
  readonly place: Place;
  readonly source: RecordSource;
  readonly schema: Schema;
  /** What part of the records is here, where they are too many to hold. */
  readonly window: ShownWindow | undefined;
  /** The saved view; undefined while the space has none. */
  readonly view: ReplicaRecord | undefined;
  readonly shown: ShownView;
  readonly columns: readonly ShownColumn[];
  readonly settings: ViewSettings;
  readonly search: ListSearch;
  readonly changeSearch: (part: SearchChange) => void;
  /** Which fields are shown, in order; the title is always first and not among them. */
  readonly setColumns: (ids: readonly string[]) => void;
  readonly setSettings: (part: Partial<ViewSettings>) => void;
  readonly draft: ViewDraft;
}

/** Changes of what is shown that nobody else sees: those of a view with drafts, and of one the person may not change. */
export interface ViewDraft {
  readonly isOn: boolean;
  readonly isChanged: boolean;
  readonly discard: () => void;
}

interface OwnValues {
  readonly of?: string | undefined;
  readonly values?: Values;
}

const nothing: OwnValues = {};

function isOwnValues(value: unknown): value is OwnValues {
  return typeof value === 'object' && value !== null;
}

export function useSpaceView(space: string): SpaceView {
  return usePlaceView({ space, place: space, views: useSpaceViews(space) });
}

export interface PlaceViews extends Pick<SpaceView, 'space' | 'place'> {
  readonly views: readonly ReplicaRecord[];
}

/** Keep `place` the same object. */
export function usePlaceView({ space, place, views }: PlaceViews): SpaceView {
  const data = useWorkspace();
  const [search, changeSearch] = useListSearch();
  const view = views.find(({ id }) => id === search.view) ?? views[0];
  const values = useRecord('view', view?.id);
  const isDrafted = values?.['drafts'] === true;
  const [visit, setVisit] = useState(nothing);
  const [drafted, setDrafted] = useKeptSetting(`draft.${view?.id}`, nothing, isOwnValues);
  const [own, setOwn] = isDrafted ? [drafted, setDrafted] : [visit, setVisit];
  const entity = typeof values?.['entity'] === 'string' ? values['entity'] : 'idea';
  const source = data.source(entity, place);
  const fields = useFields(entity, place);
  const schema = useMemo(() => (fields ? source.schema() : source.schema()), [source, fields]);
  const seen = useMemo(
    () => (own.of === view?.id ? { ...values, ...own.values } : values),
    [values, own, view?.id],
  );
  const shown = useMemo(() => showView(seen, search, schema), [seen, search, schema]);
  const settings = useMemo(() => readViewSettings(seen), [seen]);
  const window = useRecordWindow(source, shown.query, shown.layout);
  const columns = useMemo(() => {
    const title = MODEL.entity(entity).titleField;
    return columnFields(shown, schema, title).map((field: Field) => ({
      field,
      width: settings.widths[field.id] ?? startWidth(field, field.id === title),
    }));
  }, [shown, schema, settings, entity]);

  /** Kept for everybody where the person may, else for this visit. */
  function keep(part: Values) {
    const isKept = keptPart(data.hub, view?.id, space)?.freedom === 'fixed';
    if (!isDrafted && !isKept && view && data.rights.may('update', 'view', view.values))
      data.replica.write([{ entity: 'view', verb: 'update', id: view.id, values: part }]);
    else setOwn({ of: view?.id, values: { ...(own.of === view?.id && own.values), ...part } });
  }
  return {
    space,
    place,
    source,
    schema,
    window,
    view,
    shown,
    columns,
    settings,
    search,
    changeSearch,
    setColumns: (ids) => {
      const saved = showView(seen, {}, schema).query;
      const order = saved.order.filter(({ by }) => by.type !== 'field' || by.field !== 'rank');
      keep({ query: JSON.parse(JSON.stringify({ ...saved, order, columns: ids })) });
    },
    draft: {
      isOn: isDrafted,
      isChanged: isDrafted && own.of === view?.id && own.values !== undefined,
      discard: () => setOwn(nothing),
    },
    setSettings: (part) => keep({ settings: JSON.parse(JSON.stringify({ ...settings, ...part })) }),
  };
}
