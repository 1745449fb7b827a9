import { Button, lazyInPlace, Popover, Skeleton } from '@throughline/ui';
import { Settings2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/t.ts';
import type { ColumnsContentProps } from './columns-content.tsx';
import type { ViewBarProps } from './view-bar-props.ts';

const ColumnsContent = lazyInPlace<ColumnsContentProps>(
  async () => (await import('./columns-content.tsx')).ColumnsContent,
  <Skeleton className="h-80 w-72 max-w-full" />,
);

/** Which fields are shown and in which order; headings can also be dragged. */
export function ColumnsPopover({ schema, shown, columns, setColumns, onAddField }: ViewBarProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('bar.columns')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="quiet" icon={<Settings2 size={14} />}>
          {shown.layout === 'board' ? t('bar.cardFields') : t('bar.columns')}
        </Button>
      }
    >
      <ColumnsContent
        schema={schema}
        columns={columns}
        setColumns={setColumns}
        {...(onAddField && { onAddField })}
        onDone={() => setOpen(false)}
      />
    </Popover>
  );
}
