import { Switch } from '@throughline/ui';
import { useEffect, useState } from 'react';
import { useReplica } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';

export interface SortableSwitchProps {
  /** The id of the field as it is kept; undefined for one that is not yet. */
  readonly field: string | undefined;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

interface IndexState {
  readonly field: string;
  readonly state: 'ready' | 'building' | 'failed';
  readonly problem?: string;
}

/** Types whose values have an order of their own. */
export const sortableTypes: ReadonlySet<string> = new Set([
  'text',
  'number',
  'rating',
  'slider',
  'checkbox',
  'select',
  'date',
  'date-range',
  'timestamp',
  'link',
  'formula',
]);

const againMs = 3000;

/** Whether an index of the field's order is kept, and how far that is. */
export function SortableSwitch({ field, isOn, onChange }: SortableSwitchProps) {
  const index = useIndexState(isOn ? field : undefined);
  return (
    <div className="max-w-lg">
      <Switch
        label={t('settings.sortable')}
        hint={
          <>
            {t('settings.sortableHint')}
            {index && <span className="block">{stateText(index)}</span>}
          </>
        }
        checked={isOn}
        onChange={onChange}
      />
    </div>
  );
}

function stateText({ state, problem }: IndexState): string {
  if (state === 'failed') return t('settings.sortable.failed', { problem: problem ?? '' });
  return t(`settings.sortable.${state}`);
}

/** Asked for until it is there. */
function useIndexState(field: string | undefined): IndexState | undefined {
  const replica = useReplica();
  const [index, setIndex] = useState<IndexState>();
  useEffect(() => {
    if (field === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = async (): Promise<void> => {
      const { body } = await replica.call('GET', '/sort-indexes');
      if (isGone) return;
      const found = (body['items'] as unknown as readonly IndexState[]).find((each) => each.field === field);
      setIndex(found);
      if (found?.state === 'building') timer = setTimeout(start, againMs);
    };
    // Without an answer nothing is said of the index.
    const start = (): void => void ask().catch(() => setIndex(undefined));
    start();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [replica, field]);
  return field === undefined ? undefined : index;
}
