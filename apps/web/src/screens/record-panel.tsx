import { EmptyState } from '@throughline/ui';
import { FileQuestion } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRecord, useRelated, useStatus, useWorkspace } from '../data/data-context.ts';
import { MODEL } from '@throughline/model';
import { useSession } from '../data/use-session.ts';
import { RecordView } from '../features/record/record-view.tsx';
import { readText } from '../fields/read-value.ts';
import { OpeningProgress } from '../frame/opening-progress.tsx';
import { t } from '../messages/area-t.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { useListSearch } from '../search/use-list-search.ts';

export interface RecordPanelProps {
  /** As people know it, `PROD-12`, or its id while it has no key. */
  readonly recordKey: string;
  /** Absent on the record's own page. */
  readonly onClose?: () => void;
  readonly onOpen: (key: string) => void;
}

/** The opened record, beside the list or as a page. */
export function RecordPanel({ recordKey, onClose, onOpen }: RecordPanelProps) {
  const [search, changeSearch] = useListSearch();
  const { spaces } = useSession();
  const isLoading = useStatus(({ loading }) => loading.length > 0);
  const { hub } = useWorkspace();
  const [isMerging, setMerging] = useState(false);
  const found = useRecordNamed(recordKey);
  const values = useRecord(found?.entity ?? 'idea', found?.id);
  const isReading = useReadElsewhere(values === undefined && !isLoading ? recordKey : undefined);
  if (found === undefined || values === undefined) {
    if (isLoading || isReading) return <OpeningProgress />;
    return (
      <EmptyState
        icon={<FileQuestion size={28} strokeWidth={1.5} />}
        title={t('record.notFound', { key: recordKey })}
        text={t('record.notFoundText')}
      />
    );
  }
  const space = spaces.find(({ id }) => id === values['space']);
  return (
    <>
      <RecordView
        key={found.id}
        entity={found.entity}
        id={found.id}
        values={values}
        tab={search.tab}
        onTab={(tab) => changeSearch({ tab })}
        onClose={onClose}
        onOpen={onOpen}
        pageHref={recordHref(space?.key ?? '', found.entity, recordKey)}
        {...(found.entity === 'idea' && { onMerge: () => setMerging(true) })}
      />
      <MergeDialog
        ids={[found.id]}
        open={isMerging}
        onOpenChange={setMerging}
        onMerged={(into) => onOpen(readText(hub.get('idea', into)?.['key']) || into)}
      />
    </>
  );
}

export function recordHref(spaceKey: string, entity: string, key: string): string {
  return `/s/${encodeURIComponent(spaceKey)}/${entity}/${encodeURIComponent(key)}`;
}

/** Reads a record of a space that is not here whole; true while that is under way. */
function useReadElsewhere(name: string | undefined): boolean {
  const { replica } = useWorkspace();
  const [looked, setLooked] = useState<string>();
  const entity = name === undefined ? undefined : (MODEL.entityOfId(name)?.name ?? 'idea');
  const isPartial =
    entity !== undefined &&
    replica.session().spaces.some(({ id }) => replica.beyond(entity, id) !== undefined);
  useEffect(() => {
    if (!isPartial || name === undefined) return;
    const look = async (): Promise<void> => {
      // Without an answer it counts as not found, which offers to go on.
      await replica.loadRecord(entity, name).catch(() => undefined);
      setLooked(name);
    };
    void look();
  }, [replica, isPartial, entity, name]);
  return isPartial && looked !== name;
}

function useRecordNamed(name: string): { readonly entity: string; readonly id: string } | undefined {
  const [idea] = useRelated('idea', 'key', name);
  const [feedback] = useRelated('feedback', 'key', name);
  if (idea) return { entity: 'idea', id: idea.id };
  if (feedback) return { entity: 'feedback', id: feedback.id };
  const entity = name.includes('_') ? MODEL.entityOfId(name) : undefined;
  return entity && { entity: entity.name, id: name };
}
