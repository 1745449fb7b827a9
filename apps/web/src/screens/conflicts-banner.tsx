import { Banner, Button } from '@throughline/ui';
import { lazy, Suspense, useState } from 'react';
import { useConflicts } from '../data/data-context.ts';
import { t } from '../messages/t.ts';

const ConflictsDialog = lazy(async () => ({
  default: (await import('./conflicts-dialog.tsx')).ConflictsDialog,
}));

/** Says that something could not be written, until the person has decided about each. */
export function ConflictsBanner() {
  const { conflicts } = useConflicts();
  const [isOpen, setOpen] = useState(false);
  if (conflicts.length === 0) return null;
  return (
    <>
      <Banner
        tone="danger"
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            {t('conflict.review')}
          </Button>
        }
      >
        {t('conflict.banner', { count: conflicts.length })}
      </Banner>
      <Suspense>{isOpen && <ConflictsDialog open={isOpen} onOpenChange={setOpen} />}</Suspense>
    </>
  );
}
