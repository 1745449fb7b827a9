import { makeQuery } from '@throughline/view';
import type { Json } from '@throughline/base';
import { Button } from '@throughline/ui';
import { Download, Info, PencilLine, Plus, Share2, UsersRound } from 'lucide-react';
import { useAnswer } from '../answers/use-answer.ts';
import { useLookups, useWorkspace } from '../data/data-context.ts';
import { withAuthor } from '../data/new-record.ts';
import type { ReplicaRecord } from '../data/record-hub.ts';
import { useSession } from '../data/use-session.ts';
import { ViewBar } from '../features/view-bar/view-bar.tsx';
import { readText } from '../fields/read-value.ts';
import { exportRequest } from '../frame/export-request.ts';
import { openShare } from '../frame/share-request.ts';
import { t } from '../messages/area-t.ts';
import type { SearchChange } from '../search/use-list-search.ts';
import { useListLook } from './use-list-look.ts';
import type { SpaceView } from './use-space-view.ts';
import { useViewSaving } from './use-view-saving.ts';

export type RoadmapAct = 'edit' | 'editions' | 'about';

export interface RoadmapBarProps {
  readonly roadmap: ReplicaRecord;
  readonly view: SpaceView;
}

const asSaved: SearchChange = { f: undefined, sort: undefined, group: undefined, layout: undefined };

export function RoadmapBar({ roadmap, view }: RoadmapBarProps) {
  const { currency } = useSession().workspace;
  const { saveAsNew: _ofSpace, ...saving } = useViewSaving(view);
  const addView = useAddView({ roadmap, view });
  return (
    <ViewBar
      schema={view.schema}
      shown={view.shown}
      lookups={useLookups(view.source.entity)}
      currency={currency}
      change={view.changeSearch}
      columns={view.columns.slice(1).map(({ field }) => field.id)}
      setColumns={view.setColumns}
      saving={{ ...saving, ...(addView && { saveAsNew: () => addView(view.shown) }) }}
      listLook={useListLook(view)}
    />
  );
}

/** Adds a view to the roadmap and goes there; undefined where the person may not. */
function useAddView({ roadmap, view }: RoadmapBarProps) {
  const data = useWorkspace();
  const { replica, rights, writer } = data;
  if (!rights.may('update', 'roadmap', roadmap.values)) return undefined;
  return (like?: SpaceView['shown']) => {
    const id = replica.newId('view');
    const { space, owner = null, access = null } = roadmap.values;
    const name = like ? t('bar.copyOf', { name: readText(view.view?.values['name']) }) : t('view.newName');
    const query = like
      ? { ...like.query, aggregates: [] }
      : makeQuery('idea', { columns: ['status', 'timeframe', 'team', 'owner', 'space'] });
    const values = withAuthor(data, {
      name,
      layout: like?.layout ?? 'list',
      entity: 'idea',
      query: JSON.parse(JSON.stringify(query)) as Json,
      roadmap: roadmap.id,
      space: space ?? null,
      owner,
      access,
    });
    writer.write([{ entity: 'view', verb: 'create', id, values }], { message: t('view.created') });
    view.changeSearch({ ...asSaved, view: id });
  };
}

interface RoadmapStripProps extends RoadmapBarProps {
  readonly onAct: (act: RoadmapAct) => void;
}

/** What is said and done of the roadmap itself. */
export function RoadmapStrip({ roadmap, view, onAct }: RoadmapStripProps) {
  const { rights, live } = useWorkspace();
  const addView = useAddView({ roadmap, view });
  const shown = view.view?.id;
  const { body } = useAnswer(
    live === undefined && shown !== undefined ? `/views/${shown}/hidden` : undefined,
  );
  const hidden = typeof body?.['hidden'] === 'number' ? body['hidden'] : 0;
  const mayChange = rights.may('update', 'roadmap', roadmap.values);
  const mayPublish = rights.may('create', 'share', { space: roadmap.values['space'] ?? null });
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-1.5 overflow-x-auto border-b px-3 [scrollbar-width:none]">
      {hidden > 0 && (
        <output className="shrink-0 text-small text-muted">{t('roadmap.hidden', { count: hidden })}</output>
      )}
      <div className="ml-auto flex shrink-0 items-center gap-1">
        <Button size="small" variant="quiet" icon={<Info size={14} />} onClick={() => onAct('about')}>
          {t('roadmap.about')}
        </Button>
        {addView && (
          <Button size="small" variant="quiet" icon={<Plus size={14} />} onClick={() => addView()}>
            {t('roadmap.newView')}
          </Button>
        )}
        {mayChange && (
          <Button size="small" variant="quiet" icon={<PencilLine size={14} />} onClick={() => onAct('edit')}>
            {t('roadmap.edit')}
          </Button>
        )}
        {mayChange && (
          <Button
            size="small"
            variant="quiet"
            icon={<UsersRound size={14} />}
            onClick={() => onAct('editions')}
          >
            {t('roadmap.editions')}
          </Button>
        )}
        {shown !== undefined && (
          <Button
            size="small"
            variant="quiet"
            icon={<Download size={14} />}
            onClick={() => exportRequest.open(true)}
          >
            {t('export.open')}
          </Button>
        )}
        {mayPublish && shown !== undefined && (
          <Button size="small" variant="quiet" icon={<Share2 size={14} />} onClick={() => openShare(shown)}>
            {t('roadmap.publish')}
          </Button>
        )}
      </div>
    </div>
  );
}
