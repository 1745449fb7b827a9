import { Button, Combobox, Dialog } from '@throughline/ui';
import { useState } from 'react';
import { useAct } from '../answers/use-act.ts';
import { useTitles, useWorkspace } from '../data/data-context.ts';
import { PARENT } from '../data/saved-view.ts';
import { lookupItems } from '../fields/choice.tsx';
import { t } from '../messages/area-t.ts';

export interface ParentDialogProps {
  /** Ideas that will stand below the one that is chosen. */
  readonly ids: readonly string[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The server is asked at once: it says which parent an idea cannot have, and why. */
export function ParentDialog({ ids, open, onOpenChange }: ParentDialogProps) {
  const { hub } = useWorkspace();
  const { act, isBusy } = useAct();
  const titles = useTitles();
  const [parent, setParent] = useState<string | null>(null);
  const items = open ? lookupItems(titles.lookup('idea')).filter(({ value }) => !ids.includes(value)) : [];
  const hasParent = ids.some((id) => typeof hub.get('idea', id)?.[PARENT] === 'string');
  const count = ids.length;

  async function putUnder(under: string | null) {
    const body = { ids, verb: 'update', values: { [PARENT]: under } };
    const put = await act({ method: 'POST', path: '/ideas/bulk', body, message: t('list.parentSet') });
    if (put !== undefined) onOpenChange(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('list.parentTitle', { count })}
      description={t('list.parentText')}
      footer={
        <>
          {hasParent && (
            <Button disabled={isBusy} onClick={() => void putUnder(null)}>
              {t('list.noParent')}
            </Button>
          )}
          <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
          <Button
            variant="primary"
            disabled={parent === null || isBusy}
            onClick={() => void putUnder(parent)}
          >
            {t('list.setIt')}
          </Button>
        </>
      }
    >
      <Combobox label={t('list.parent')} items={items} value={parent} onChange={setParent} />
    </Dialog>
  );
}
