import { Button, lazyInPlace, Popover, Skeleton } from '@throughline/ui';
import { ArrowDownUp } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/t.ts';
import type { SortContentProps } from './sort-content.tsx';
import type { ViewBarProps } from './view-bar-props.ts';

const SortContent = lazyInPlace<SortContentProps>(
  async () => (await import('./sort-content.tsx')).SortContent,
  <Skeleton className="h-16 w-84 max-w-full" />,
);

export function SortPopover({ schema, shown, change }: ViewBarProps) {
  const [open, setOpen] = useState(false);
  const count = shown.sort.length;
  return (
    <Popover
      label={t('bar.sort')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="quiet" icon={<ArrowDownUp size={14} />}>
          {count === 0 ? t('bar.sort') : t('bar.sortedBy', { count })}
        </Button>
      }
    >
      <SortContent schema={schema} shown={shown} change={change} />
    </Popover>
  );
}
