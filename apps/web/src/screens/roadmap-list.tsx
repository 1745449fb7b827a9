import { Button, EmptyState, lazyWhenOpen } from '@throughline/ui';
import { MapIcon, Plus } from 'lucide-react';
import { useState } from 'react';
import { useRecords, useWorkspace } from '../data/data-context.ts';
import { byRank } from '../data/space-views.ts';
import { useSession } from '../data/use-session.ts';
import type { RoadmapDialogProps } from '../features/roadmap/roadmap-dialog.tsx';
import { readText, readTexts } from '../fields/read-value.ts';
import { AppLink } from '../frame/app-link.tsx';
import { t } from '../messages/area-t.ts';
import { useGo } from '../router/router-context.ts';

const RoadmapDialog = lazyWhenOpen<RoadmapDialogProps>(
  async () => (await import('../features/roadmap/roadmap-dialog.tsx')).RoadmapDialog,
);
const ranked = { compare: byRank };

/** All roadmaps that are for the person. */
export function RoadmapsScreen() {
  const go = useGo();
  const { rights } = useWorkspace();
  const { spaces } = useSession();
  const roadmaps = useRecords('roadmap', ranked);
  const [isMaking, setMaking] = useState(false);
  const mayMake = spaces.some(({ id }) => rights.may('create', 'roadmap', { space: id }));
  const make = mayMake && (
    <Button variant="primary" icon={<Plus size={14} />} onClick={() => setMaking(true)}>
      {t('roadmap.new')}
    </Button>
  );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {roadmaps.length === 0 ? (
        <EmptyState
          icon={<MapIcon size={28} strokeWidth={1.5} />}
          title={t('roadmap.none')}
          text={t('roadmap.intro')}
          action={make}
        />
      ) : (
        <div className="mx-auto flex max-w-3xl flex-col gap-4 p-6 max-sm:p-4">
          <div className="flex items-start gap-4">
            <p className="flex-1 text-muted">{t('roadmap.intro')}</p>
            {make}
          </div>
          <ul className="divide-y border-y">
            {roadmaps.map(({ id, values }) => (
              <li key={id}>
                <AppLink
                  href={`/roadmaps/${id}`}
                  className="flex min-h-11 items-center gap-3 px-2 py-2 hover:bg-hover"
                >
                  <span aria-hidden className="w-5 text-center">
                    {readText(values['emoji']) || <MapIcon size={15} className="inline" />}
                  </span>
                  <span className="min-w-0 flex-1 truncate font-medium">{readText(values['name'])}</span>
                  <span className="text-small text-muted">
                    {t('roadmap.sources', { count: readTexts(values['spaces']).length })}
                  </span>
                </AppLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      <RoadmapDialog open={isMaking} onOpenChange={setMaking} onCreated={(id) => go(`/roadmaps/${id}`)} />
    </div>
  );
}
