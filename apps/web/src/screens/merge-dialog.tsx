import { Button, Combobox, Dialog } from '@throughline/ui';
import { useState } from 'react';
import { useAct } from '../answers/use-act.ts';
import { useTitles } from '../data/data-context.ts';
import { lookupItems } from '../fields/choice.tsx';
import { t } from '../messages/area-t.ts';

export interface MergeDialogProps {
  /** These become part of the one that is chosen. */
  readonly ids: readonly string[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onMerged?: (into: string) => void;
}

/** Votes, insights, comments and connections go over; one undo takes all of it back. */
export function MergeDialog({ ids, open, onOpenChange, onMerged }: MergeDialogProps) {
  const { act, isBusy } = useAct();
  const titles = useTitles();
  const [into, setInto] = useState<string | null>(null);
  const ideas = titles.lookup('idea');
  const items = open ? lookupItems(ideas).filter(({ value }) => !ids.includes(value)) : [];

  async function merge() {
    if (into === null) return;
    const message = t('merge.done', { count: ids.length, title: titles.titleOf(into) ?? '' });
    const merged = await act({ method: 'POST', path: `/ideas/${into}/merge`, body: { from: ids }, message });
    if (merged === undefined) return;
    onOpenChange(false);
    onMerged?.(into);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('merge.title', { count: ids.length })}
      description={t('merge.text')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
          <Button variant="primary" disabled={into === null || isBusy} onClick={() => void merge()}>
            {t('merge.merge')}
          </Button>
        </>
      }
    >
      <ul className="mb-4 list-inside list-disc text-ui text-muted">
        {ids.slice(0, 5).map((id) => (
          <li key={id} className="truncate">
            {titles.titleOf(id)}
          </li>
        ))}
        {ids.length > 5 && <li>{t('merge.more', { count: ids.length - 5 })}</li>}
      </ul>
      <Combobox label={t('merge.into')} items={items} value={into} onChange={setInto} />
    </Dialog>
  );
}
