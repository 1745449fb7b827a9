import { Button, Checkbox, Dialog } from '@throughline/ui';
import { useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRelated } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';

export interface ShipDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly release: string;
  readonly name: string;
}

/** Asked once: whether the ideas are done with it, which lets answers be drafted. */
export function ShipDialog({ open, onOpenChange, release, name }: ShipDialogProps) {
  const { act, isBusy } = useAct();
  const tasks = useRelated('launch-task', 'release', release);
  const ideas = useRelated('idea', 'shipsIn', release);
  const left = tasks.filter(({ values }) => values['done'] !== true).length;
  const [moveIdeas, setMoveIdeas] = useState(true);
  async function ship() {
    const done = await act({
      method: 'POST',
      path: `/releases/${release}/ship`,
      body: { moveIdeas: moveIdeas && ideas.length > 0 },
      message: t('release.shipped', { name }),
    });
    if (done !== undefined) onOpenChange(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('release.shipTitle', { name })}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('release.cancel')}</Button>
          <Button variant="primary" disabled={isBusy} onClick={() => void ship()}>
            {t('release.ship')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {left > 0 && <p>{t('release.tasksLeft', { count: left })}</p>}
        {ideas.length > 0 && (
          <Checkbox
            label={t('release.moveIdeas', { count: ideas.length })}
            checked={moveIdeas}
            onChange={setMoveIdeas}
          />
        )}
        <p className="text-muted">{t('release.shipText')}</p>
      </div>
    </Dialog>
  );
}
