import { Button, EmptyState, lazyInPlace, lazyWhenOpen, Skeleton } from '@throughline/ui';
import { Rocket } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useRecord, useRelated, useStatus, useWorkspace } from '../../data/data-context.ts';
import type { MarkdownEditorProps } from '../../editor/markdown-editor.tsx';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { EntryRows } from './entry-rows.tsx';
import { LaunchTasks } from './launch-tasks.tsx';
import { NewEntry } from './new-entry.tsx';
import { ReleaseFrame, ReleasePart } from './release-frame.tsx';
import { ReleaseIdeas } from './release-ideas.tsx';
import type { ReleasePlace } from './release-place.ts';
import { StateBadge } from './release-state.tsx';
import type { ShipDialogProps } from './ship-dialog.tsx';

const ShipDialog = lazyWhenOpen<ShipDialogProps>(async () => (await import('./ship-dialog.tsx')).ShipDialog);
const MarkdownEditor = lazyInPlace<MarkdownEditorProps>(
  async () => (await import('../../editor/markdown-editor.tsx')).MarkdownEditor,
  <Skeleton className="h-24" />,
);

export interface ReleasePageProps {
  readonly id: string;
  readonly place: ReleasePlace;
  /** Its values, to be read and changed. */
  readonly title: ReactNode;
  readonly fields: ReactNode;
}

/** What a release ships, what has to be done for it, and what customers read of it. */
export function ReleasePage({ id, place, title, fields }: ReleasePageProps) {
  const { rights } = useWorkspace();
  const release = useRecord('release', id);
  const entries = useRelated('entry', 'release', id);
  const isLoading = useStatus(({ loading }) => loading.length > 0);
  const [isShipping, setShipping] = useState(false);
  if (release === undefined)
    return isLoading ? (
      <Skeleton className="m-6 h-40" />
    ) : (
      <EmptyState title={t('release.notFound')} text={t('release.notFoundText')} />
    );
  const name = readText(release['name']);
  const mayShip = release['state'] !== 'shipped' && rights.may('ship', 'release', release);
  return (
    <ReleaseFrame
      place={place}
      at="releases"
      label={name}
      actions={
        mayShip && (
          <Button variant="primary" icon={<Rocket size={14} />} onClick={() => setShipping(true)}>
            {t('release.ship')}
          </Button>
        )
      }
    >
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">{title}</div>
        <StateBadge state={release['state']} />
      </div>
      <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-8">
          <ReleaseIdeas release={id} space={place.id} />
          <LaunchTasks release={id} values={release} />
          <ReleasePart
            title={t('entry.all')}
            actions={<NewEntry place={place} release={id} title={name} variant="secondary" />}
          >
            <EntryRows entries={entries} place={place} />
          </ReleasePart>
        </div>
        <div className="flex min-w-0 flex-col gap-6 max-md:order-first">
          {fields}
          <Notes id={id} mayEdit={rights.may('update', 'release', release)} />
        </div>
      </div>
      <ShipDialog open={isShipping} onOpenChange={setShipping} release={id} name={name} />
    </ReleaseFrame>
  );
}

/** Long texts are not in the browser's copy: they are asked for when the page opens. */
function Notes({ id, mayEdit }: { readonly id: string; readonly mayEdit: boolean }) {
  const { act } = useAct();
  const { body } = useAnswer(`/releases/${id}`);
  if (body === undefined) return <Skeleton className="h-24" />;
  const text = readText(body['body']);
  return (
    <ReleasePart title={t('release.notes')}>
      {mayEdit ? (
        <MarkdownEditor
          label={t('release.notes')}
          value={text}
          onCommit={(next) =>
            void act({
              method: 'PATCH',
              path: `/releases/${id}`,
              body: { body: next },
              message: t('entry.saved'),
            })
          }
        />
      ) : (
        <p className="whitespace-pre-wrap">{text}</p>
      )}
    </ReleasePart>
  );
}
