import { IconButton, useMenuLayer } from '@throughline/ui';
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import type { FieldLookups } from '../../fields/field-component.ts';
import { fieldComponents } from '../../fields/field-registry.ts';
import { MarkedCell } from '../../fields/marked-cell.tsx';
import { readText } from '../../fields/read-value.ts';
import { isExplained } from '../../frame/explain-request.ts';
import { arrivalLook } from '../../frame/arrival-look.ts';
import { t } from '../../messages/area-t.ts';
import type { ListActions, ListColumn, ListModel } from '../../data/list-model.ts';

const shownFields = 4;

export interface ListCardProps {
  readonly id: string;
  readonly model: ListModel;
  readonly actions: ListActions;
  readonly lookups: FieldLookups;
}

/** A record with its first fields that are not empty. A tap on a value changes it in place, a tap on the title opens. */
export function ListCard({ id, model, actions, lookups }: ListCardProps) {
  const openMenu = useMenuLayer();
  const [edited, setEdited] = useState<ListColumn>();
  const [title, ...others] = model.columns;
  const filled = others.filter((column) => !isEmpty(model.cell(id, column.id).value)).slice(0, shownFields);
  const editable = model.columns.filter(
    (column) => fieldComponents[column.field.type].Editor !== null && model.cell(id, column.id).canEdit,
  );
  const pressOf = (column: ListColumn): (() => void) | undefined => {
    if (editable.includes(column)) return () => setEdited(column);
    const { explain } = actions;
    return explain && isExplained(column.field.type) ? () => explain(id, column.id) : undefined;
  };
  const name = title ? readText(model.cell(id, title.id).value) : '';
  return (
    <article className={`relative border-b px-3 py-3 ${arrivalLook(model.arrivalOf(id))}`}>
      <button
        type="button"
        onClick={() => actions.open(id)}
        className="flex w-full text-left after:absolute after:inset-0 active:bg-hover"
      >
        <span className="line-clamp-3 pr-9 text-body font-medium">{name}</span>
      </button>
      {filled.length > 0 && (
        <div className="mt-1 flex flex-wrap items-center gap-x-3 text-ui text-muted">
          {filled.map((column) => (
            <CardValue
              key={column.id}
              column={column}
              value={model.cell(id, column.id).value}
              lookups={lookups}
              onPress={pressOf(column)}
            />
          ))}
        </div>
      )}
      {editable.length > 0 && (
        <IconButton
          label={t('list.editCard', { name })}
          icon={<PencilLine size={15} />}
          className="absolute! top-1.5 right-1.5 size-11!"
          onClick={(event) =>
            openMenu(
              event.currentTarget,
              editable.map((column) => ({
                kind: 'action',
                id: column.id,
                label: column.name,
                onSelect: () => setEdited(column),
              })),
            )
          }
        />
      )}
      {edited && (
        <CardEditor
          column={edited}
          value={model.cell(id, edited.id).value}
          lookups={lookups}
          onCommit={(value) => {
            actions.edit([id], edited.id, value);
            setEdited(undefined);
          }}
          onCancel={() => setEdited(undefined)}
        />
      )}
    </article>
  );
}

interface CardValueProps {
  readonly column: ListColumn;
  readonly value: unknown;
  readonly lookups: FieldLookups;
  readonly onPress: (() => void) | undefined;
}

function CardValue({ column, value, lookups, onPress }: CardValueProps) {
  const content = (
    <>
      <span className={needsName(column.field.type) ? 'text-small text-faint' : 'sr-only'}>
        {column.name}
      </span>
      <MarkedCell value={value} field={column.field} lookups={lookups} look={column.lookOf?.(value)} />
    </>
  );
  const look = 'relative z-10 inline-flex min-h-9 max-w-full min-w-0 items-center gap-1';
  return onPress ? (
    <button type="button" onClick={onPress} className={`${look} rounded-sm active:bg-hover`}>
      {content}
    </button>
  ) : (
    <span className={look}>{content}</span>
  );
}

interface CardEditorProps extends Omit<CardValueProps, 'onPress'> {
  readonly onCommit: (value: unknown) => void;
  readonly onCancel: () => void;
}

function CardEditor({ column, value, lookups, onCommit, onCancel }: CardEditorProps) {
  const { Editor } = fieldComponents[column.field.type];
  if (Editor === null) return null;
  return (
    <div className="relative z-10 mt-2 flex items-center gap-2">
      <span className="text-small text-muted">{column.name}</span>
      <div className="h-11 min-w-0 flex-1 rounded-md ring-1 ring-line-strong">
        <Editor
          value={value}
          field={column.field}
          lookups={lookups}
          onCommit={onCommit}
          onCancel={onCancel}
        />
      </div>
    </div>
  );
}

function needsName(type: string): boolean {
  return ['number', 'formula', 'rollup', 'counter', 'slider', 'checkbox', 'date'].includes(type);
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    value === false ||
    value === 0 ||
    (Array.isArray(value) && value.length === 0)
  );
}
