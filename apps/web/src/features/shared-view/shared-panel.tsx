import { Dialog } from '@throughline/ui';
import { ListCellContent } from '../../fields/list-cell.tsx';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { shownValue, type SharedItem } from './shared-data.ts';
import type { SharedPartsProps } from './shared-list.tsx';

export interface SharedPanelProps extends Pick<SharedPartsProps, 'columns' | 'lookups'> {
  readonly item: SharedItem | undefined;
  readonly onClose: () => void;
}

/** One record in full: all that is published of it, and nothing else. */
export function SharedPanel({ item, columns, lookups, onClose }: SharedPanelProps) {
  const title = columns.find(({ id }) => id === 'title') ?? columns[0];
  const others = columns.filter(
    ({ id }) => id !== title?.id && item?.[id] !== undefined && item[id] !== null,
  );
  return (
    <Dialog
      open={item !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={(title && readText(item?.[title.id])) || t('shared.untitled')}
    >
      <dl className="grid grid-cols-[9rem_1fr] gap-x-4 gap-y-2.5">
        {others.map((column) => (
          <div key={column.id} className="contents">
            <dt className="text-muted">{column.field.name}</dt>
            <dd className="min-w-0 wrap-break-word whitespace-pre-wrap">
              {typeof item?.[column.id] === 'string' && column.field.type.includes('text') ? (
                readText(item[column.id])
              ) : (
                <ListCellContent
                  value={shownValue(column, item?.[column.id])}
                  field={column.field}
                  lookups={lookups}
                />
              )}
            </dd>
          </div>
        ))}
        {others.length === 0 && <p className="col-span-2 text-muted">{t('shared.nothingMore')}</p>}
      </dl>
    </Dialog>
  );
}
