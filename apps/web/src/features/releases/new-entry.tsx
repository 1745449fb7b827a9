import { Button, type ButtonProps } from '@throughline/ui';
import { Plus } from 'lucide-react';
import { useAct } from '../../answers/use-act.ts';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { useGo } from '../../router/router-context.ts';
import { entryHref, type ReleasePlace } from './release-place.ts';

export interface NewEntryProps {
  readonly place: ReleasePlace;
  /** The release it tells of: its draft begins with what that ships. */
  readonly release?: string;
  readonly title?: string;
  readonly variant: NonNullable<ButtonProps['variant']>;
}

/** One press drafts an entry and opens it. */
export function NewEntry({ place, release, title = t('entry.untitled'), variant }: NewEntryProps) {
  const { rights } = useWorkspace();
  const { act, isBusy } = useAct();
  const go = useGo();
  const [portal] = useRelated('portal', 'space', place.id);
  if (!rights.may('create', 'entry', { space: place.id })) return null;
  async function draft() {
    const body = {
      space: place.id,
      title,
      portal: portal?.id ?? null,
      ...(release === undefined ? {} : { release }),
    };
    const made = await act({ method: 'POST', path: '/entries', body, message: t('entry.drafted') });
    if (made !== undefined) go(entryHref(place, readText(made['id'])));
  }
  return (
    <Button
      variant={variant}
      size={variant === 'primary' ? 'medium' : 'small'}
      icon={<Plus size={14} />}
      disabled={isBusy}
      onClick={() => void draft()}
    >
      {t('entry.new')}
    </Button>
  );
}
