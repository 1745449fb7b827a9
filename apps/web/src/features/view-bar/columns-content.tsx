import { Button, Checkbox, IconButton, TextField } from '@throughline/ui';
import type { Field } from '@throughline/model';
import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/area-t.ts';
import { listedFields, type ViewBarProps } from './view-bar-props.ts';

export interface ColumnsContentProps extends Pick<
  ViewBarProps,
  'schema' | 'columns' | 'setColumns' | 'onAddField'
> {
  readonly onDone: () => void;
}

/** Which fields are shown and in which order. */
export function ColumnsContent({ schema, columns, setColumns, onAddField, onDone }: ColumnsContentProps) {
  const [query, setQuery] = useState('');
  const fields = listedFields(schema).filter(({ id }) => id !== 'title' && id !== 'name');
  const inOrder = [
    ...columns.flatMap((id) => fields.find((field) => field.id === id) ?? []),
    ...fields.filter(({ id }) => !columns.includes(id)),
  ];
  const matching = inOrder.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()));
  function move(id: string, step: number) {
    const at = columns.indexOf(id);
    const rest = columns.filter((each) => each !== id);
    setColumns([...rest.slice(0, at + step), id, ...rest.slice(at + step)]);
  }
  return (
    <div className="flex w-72 max-w-full flex-col gap-2">
      <TextField
        label={t('bar.findField')}
        hideLabel
        placeholder={t('bar.findField')}
        value={query}
        onChange={setQuery}
      />
      <ul className="max-h-80 overflow-y-auto">
        {matching.map((field) => (
          <ColumnItem
            key={field.id}
            field={field}
            at={columns.indexOf(field.id)}
            count={columns.length}
            onToggle={(isShown) =>
              setColumns(isShown ? [...columns, field.id] : columns.filter((id) => id !== field.id))
            }
            onMove={(step) => move(field.id, step)}
          />
        ))}
      </ul>
      {onAddField && (
        <Button
          size="small"
          icon={<Plus size={14} />}
          onClick={() => {
            onDone();
            onAddField();
          }}
        >
          {t('bar.addField')}
        </Button>
      )}
    </div>
  );
}

interface ColumnItemProps {
  readonly field: Field;
  /** -1 while it is not shown. */
  readonly at: number;
  readonly count: number;
  readonly onToggle: (isShown: boolean) => void;
  readonly onMove: (step: number) => void;
}

function ColumnItem({ field, at, count, onToggle, onMove }: ColumnItemProps) {
  return (
    <li className="flex h-8 items-center gap-1">
      <div className="min-w-0 flex-1">
        <Checkbox label={field.name} checked={at >= 0} onChange={onToggle} />
      </div>
      {at >= 0 && (
        <>
          <IconButton
            size="tiny"
            label={t('bar.moveUp', { name: field.name })}
            icon={<ArrowUp size={13} />}
            disabled={at === 0}
            onClick={() => onMove(-1)}
          />
          <IconButton
            size="tiny"
            label={t('bar.moveDown', { name: field.name })}
            icon={<ArrowDown size={13} />}
            disabled={at === count - 1}
            onClick={() => onMove(1)}
          />
        </>
      )}
    </li>
  );
}
