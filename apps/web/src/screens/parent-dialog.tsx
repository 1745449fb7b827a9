import { Button, Combobox, Dialog } from '@throughline/ui';
import { useState } from 'react';
import { useTitles, useWorkspace } from '../data/data-context.ts';
import { PARENT } from '../data/saved-view.ts';
import { showFailure } from '../data/writer.ts';
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
  const { replica, writer, hub } = useWorkspace();
  const titles = useTitles();
  const [parent, setParent] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const items = open ? lookupItems(titles.lookup('idea')).filter(({ value }) => !ids.includes(value)) : [];
  const hasParent = ids.some((id) => typeof hub.get('idea', id)?.[PARENT] === 'string');
  const count = ids.length;

  async function put(under: string | null) {
    setBusy(true);
    try {
      const body = { ids, verb: 'update', values: { [PARENT]: under } };
      const { cause } = await replica.call('POST', '/ideas/bulk', { body });
      writer.offerUndo(cause ?? '', t('list.parentSet'));
      onOpenChange(false);
    } catch (error) {
      showFailure(error);
    } finally {
      setBusy(false);
    }
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
            <Button disabled={isBusy} onClick={() => void put(null)}>
              {t('list.noParent')}
            </Button>
          )}
          <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
          <Button variant="primary" disabled={parent === null || isBusy} onClick={() => void put(parent)}>
            {t('list.setIt')}
          </Button>
        </>
      }
    >
      <Combobox label={t('list.parent')} items={items} value={parent} onChange={setParent} />
    </Dialog>
  );
}
