/** Keeps what the address changed in the view, or in a new one. */
import type { Json } from '@throughline/base';
import type { Values } from '@throughline/model';
import { fromLocalDate } from '@throughline/ui';
import type { Order } from '@throughline/view';
import { useWorkspace } from '../data/data-context.ts';
import { keptPart } from '../data/kept-part.ts';
import { exportHref } from '../data/export-href.ts';
import { useFavourites } from '../data/favourites.ts';
import { withAuthor } from '../data/new-record.ts';
import { RANK } from '../data/saved-view.ts';
import { exportRequest } from '../frame/export-request.ts';
import { readText } from '../fields/read-value.ts';
import type { LookSwitch, ViewQuestion, ViewSaving } from '../features/view-bar/view-bar-props.ts';
import { useNavigateTo } from '../frame/app-link.tsx';
import { stabilityRequest } from '../frame/stability-request.ts';
import { t } from '../messages/t.ts';
import type { SearchChange } from '../search/use-list-search.ts';
import type { SpaceView } from './use-space-view.ts';

/** A month: what is asked for most, and the day can be changed. */
const lookBackMs = 30 * 86_400_000;

const asSaved: SearchChange = { f: undefined, sort: undefined, group: undefined, layout: undefined };

/** What the view's menu opens beside it. */
export interface ViewOpeners {
  readonly about: LookSwitch;
  readonly ask: (question: ViewQuestion) => void;
}

export function useViewSaving(shownView: SpaceView, openers?: ViewOpeners): ViewSaving {
  const { view, shown, schema, settings, space, source, changeSearch, draft } = shownView;
  const data = useWorkspace();
  const { replica, rights, writer } = data;
  const favourites = useFavourites();
  const go = useNavigateTo();
  const spaceKey = replica.session().spaces.find(({ id }) => id === space)?.key;
  const name = readText(view?.values['name']);
  const mayUpdate = view !== undefined && rights.may('update', 'view', view.values);
  const kept = keptPart(data.hub, view?.id, space);
  const isFixed = kept?.freedom === 'fixed';
  const mayCreate = rights.may('create', 'view', { space });
  const mayKeep = rights.may('create', 'template', { in: space });

  const isReckoned = ({ by }: Order): boolean =>
    by.type === 'field' && schema.formula(by.field) !== undefined;

  function valuesNow(): Values {
    const order = shown.query.order.filter(({ by }) => by.type !== 'field' || by.field !== RANK);
    return { layout: shown.layout, query: toJson({ ...shown.query, order, aggregates: [] }) };
  }
  function saveAsNew() {
    const id = replica.newId('view');
    const values = withAuthor(data, {
      ...valuesNow(),
      settings: toJson(settings),
      name: t('bar.copyOf', { name }),
      entity: source.entity,
      space,
    });
    writer.write([{ entity: 'view', verb: 'create', id, values }], { message: t('view.created') });
    changeSearch({ ...asSaved, view: id });
  }
  return {
    name,
    isFavourite: view !== undefined && favourites.ids.includes(view.id),
    toggleFavourite: () => view && favourites.toggle(view.id),
    isDraft: draft.isChanged,
    reset: () => {
      draft.discard();
      changeSearch(asSaved);
    },
    ...(view !== undefined &&
      openers && { about: openers.about, ask: questionsOf({ mayUpdate, mayKeep }, openers.ask) }),
    ...(shown.query.order.some(isReckoned) && { howSure: () => stabilityRequest.open({}) }),
    ...(spaceKey !== undefined && {
      decide: () => go(`/s/${encodeURIComponent(spaceKey)}/deciding`),
    }),
    ...(data.live === undefined && {
      lookBack: () => changeSearch({ at: fromLocalDate(new Date(Date.now() - lookBackMs)) }),
    }),
    picture: () => exportRequest.open(true),
    ...(mayCreate && { saveAsNew }),
    ...(view !== undefined && {
      exportAs: (format: 'csv' | 'json') =>
        location.assign(exportHref({ id: view.id, entity: source.entity }, format)),
    }),
    ...(kept && { kept }),
    ...(mayUpdate &&
      !isFixed && {
        save: () => {
          const values = { ...valuesNow(), ...(draft.isChanged && { settings: toJson(settings) }) };
          const write = { entity: 'view', verb: 'update', id: view.id, values } as const;
          writer.write([write], { message: t(draft.isOn ? 'bar.published' : 'bar.saved') });
          draft.discard();
          changeSearch(asSaved);
        },
        drafts: {
          isOn: draft.isOn,
          toggle: () => {
            const values = { drafts: draft.isOn ? null : true };
            writer.write([{ entity: 'view', verb: 'update', id: view.id, values }], {
              message: t('bar.saved'),
            });
          },
        },
        rename: (next: string) => {
          const write = { entity: 'view', verb: 'update', id: view.id, values: { name: next } } as const;
          writer.write([write], { message: t('bar.renamed') });
        },
        archive: () => {
          writer.write([{ entity: 'view', verb: 'archive', id: view.id, values: {} }], {
            message: t('bar.archived'),
          });
          changeSearch({ ...asSaved, view: undefined });
        },
      }),
  };
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function questionsOf(
  { mayUpdate, mayKeep }: { readonly mayUpdate: boolean; readonly mayKeep: boolean },
  ask: ViewOpeners['ask'],
): ViewSaving['ask'] {
  return {
    copy: () => ask('copy'),
    history: () => ask('history'),
    ...(mayKeep && { template: () => ask('template') }),
    ...(mayUpdate && { rights: () => ask('rights'), section: () => ask('section') }),
  };
}
