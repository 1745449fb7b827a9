import { Button, IconButton, Segmented, Select } from '@throughline/ui';
import { isSortable } from '@throughline/view';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { t } from '../../messages/area-t.ts';
import type { SortKey } from '../../search/list-search.ts';
import { RANK } from '../../data/saved-view.ts';
import { listedFields, type ViewBarProps } from './view-bar-props.ts';

const byHand: readonly SortKey[] = [{ field: RANK, direction: 'ascending' }];

export type SortContentProps = Pick<ViewBarProps, 'schema' | 'shown' | 'change'>;

/** Several keys, the first the strongest; none leaves the order made by hand. */
export function SortContent({ schema, shown, change }: SortContentProps) {
  const { sort } = shown;
  const fields = listedFields(schema).filter((field) => isSortable(schema.typeOfField(field)));
  const free = fields.filter(({ key }) => !sort.some(({ field }) => field === key));
  const set = (next: readonly SortKey[]) => change({ sort: next.length === 0 ? byHand : next });
  const replace = (at: number, key: SortKey) => set(sort.map((each, index) => (index === at ? key : each)));
  const [next] = free;
  return (
    <div className="flex w-84 max-w-full flex-col gap-2">
      {sort.length === 0 && <p className="text-ui text-muted">{t('bar.byHand')}</p>}
      {sort.map((key, at) => (
        <div key={key.field} className="flex items-center gap-1.5">
          <div className="min-w-0 flex-1">
            <Select
              label={t('bar.sortKey', { place: at + 1 })}
              hideLabel
              size="small"
              items={fields
                .filter((field) => field.key === key.field || free.includes(field))
                .map((field) => ({ value: field.key, label: field.name }))}
              value={key.field}
              onChange={(field) => replace(at, { ...key, field })}
            />
          </div>
          <Segmented
            label={t('bar.direction')}
            iconsOnly
            items={[
              { id: 'ascending', label: t('list.sortAscending'), icon: <ArrowUp size={13} /> },
              { id: 'descending', label: t('list.sortDescending'), icon: <ArrowDown size={13} /> },
            ]}
            value={key.direction}
            onChange={(direction) => replace(at, { ...key, direction })}
          />
          <IconButton
            size="small"
            label={t('bar.removeSort')}
            icon={<X size={14} />}
            onClick={() => set(sort.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {next && (
        <Button
          size="small"
          variant="quiet"
          icon={<Plus size={14} />}
          className="self-start"
          onClick={() => set([...sort, { field: next.key, direction: 'descending' }])}
        >
          {t('bar.addSort')}
        </Button>
      )}
    </div>
  );
}
