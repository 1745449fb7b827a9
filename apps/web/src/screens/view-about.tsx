import { IconButton, Skeleton } from '@throughline/ui';
import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTitles, useWorkspace } from '../data/data-context.ts';
import type { ReplicaRecord } from '../data/record-hub.ts';
import { useSession } from '../data/use-session.ts';
import { CommentList } from '../features/record/comment-list.tsx';
import { readText } from '../fields/read-value.ts';
import { t } from '../messages/area-t.ts';

export interface ViewAboutProps {
  readonly view: ReplicaRecord;
  readonly onClose: () => void;
}

const DescriptionEditor = lazy(async () => ({
  default: (await import('../editor/description-editor.tsx')).DescriptionEditor,
}));

/** What the view is for, and what people say about it; stands above what it shows. */
export function ViewAbout({ view: { id, values }, onClose }: ViewAboutProps) {
  const { rights } = useWorkspace();
  const { workspace } = useSession();
  const owner = useTitles().titleOf(readText(values['owner']));
  return (
    <section
      aria-label={t('about.label')}
      className="relative max-h-[45vh] shrink-0 overflow-y-auto border-b bg-canvas px-4 py-3"
    >
      <IconButton
        size="small"
        label={t('about.close')}
        icon={<X size={15} />}
        onClick={onClose}
        className="absolute! top-2 right-2"
      />
      <div className="flex max-w-180 flex-col gap-4 pr-8">
        <h2 className="text-body font-semibold">{t('about.label')}</h2>
        {owner !== undefined && (
          <p className="text-small text-muted">{t('about.ownedBy', { name: owner })}</p>
        )}
        <Suspense fallback={<Skeleton className="h-24" />}>
          <DescriptionEditor
            key={id}
            name={`${workspace.id}/${id}/description`}
            mayEdit={rights.may('update', 'view', values)}
          />
        </Suspense>
        <CommentList record={id} space={values['space']} />
      </div>
    </section>
  );
}
