import { Button, IconButton, Segmented } from '@throughline/ui';
import { printExpression, type Expression, type Schema } from '@throughline/view';
import { FolderPlus, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FieldLookups } from '../../fields/field-component.ts';
import { t } from '../../messages/area-t.ts';
import { ConditionRowEditor } from './condition-row.tsx';
import {
  readCondition,
  writeCondition,
  type ConditionGroup,
  type ConditionRow,
  type ConditionTree,
  type NextId,
} from './condition-tree.ts';
import { operatorsOf } from './condition-operators.ts';
import { listedFields } from './view-bar-props.ts';

export interface ConditionBuilderProps {
  readonly where: Expression | undefined;
  readonly schema: Schema;
  readonly lookups: FieldLookups;
  readonly currency: string;
  readonly onChange: (where: Expression | undefined) => void;
}

/** Rows joined by “all of” or “any of”, nested. Rows that say nothing yet are kept here until they do. */
export function ConditionBuilder(props: ConditionBuilderProps) {
  const { where, schema, onChange } = props;
  const [nextId] = useState(makeCounter);
  const text = where ? printExpression(where, schema) : '';
  const [kept, setKept] = useState(() => ({ text, tree: readCondition(where, schema, nextId) }));
  const tree = kept.text === text ? kept.tree : readCondition(where, schema, nextId);
  if (kept.text !== text) setKept({ text, tree });

  function change(next: ConditionTree) {
    if (next.type !== 'group') return;
    const written = writeCondition(next, schema);
    setKept({ text: written ? printExpression(written, schema) : '', tree: next });
    onChange(written);
  }
  return <GroupEditor {...props} group={tree} nextId={nextId} onGroup={change} />;
}

function makeCounter(): NextId {
  let last = 0;
  return () => (last += 1);
}

interface GroupEditorProps extends ConditionBuilderProps {
  readonly group: ConditionGroup;
  readonly nextId: NextId;
  readonly onGroup: (group: ConditionGroup) => void;
  readonly onRemove?: () => void;
}

function GroupEditor(props: GroupEditorProps) {
  const { group, schema, nextId, onGroup, onRemove } = props;
  const set = (items: readonly ConditionTree[]) => onGroup({ ...group, items });
  const replace = (id: number, next: ConditionTree) =>
    set(group.items.map((item) => (item.id === id ? next : item)));
  const remove = (id: number) => set(group.items.filter((item) => item.id !== id));
  return (
    <div className={onRemove ? 'flex flex-1 flex-col gap-2 rounded-md border p-2' : 'flex flex-col gap-2'}>
      {(group.items.length > 1 || onRemove) && (
        <div className="flex items-center gap-2">
          <Segmented
            label={t('bar.joint')}
            items={[
              { id: 'and', label: t('bar.allOf') },
              { id: 'or', label: t('bar.anyOf') },
            ]}
            value={group.joint}
            onChange={(joint) => onGroup({ ...group, joint })}
          />
          {onRemove && (
            <IconButton
              size="small"
              className="ml-auto"
              label={t('bar.removeGroup')}
              icon={<X size={14} />}
              onClick={onRemove}
            />
          )}
        </div>
      )}
      {group.items.map((item) => (
        <ItemEditor
          key={item.id}
          {...props}
          item={item}
          onItem={(next) => replace(item.id, next)}
          onRemoveItem={() => remove(item.id)}
        />
      ))}
      <div className="flex gap-1">
        <Button
          size="small"
          variant="quiet"
          icon={<Plus size={14} />}
          onClick={() => set([...group.items, ...startRow(schema, nextId)])}
        >
          {t('bar.addCondition')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={<FolderPlus size={14} />}
          onClick={() =>
            set([
              ...group.items,
              { type: 'group', id: nextId(), joint: 'or', items: startRow(schema, nextId) },
            ])
          }
        >
          {t('bar.addGroup')}
        </Button>
      </div>
    </div>
  );
}

function startRow(schema: Schema, nextId: NextId): readonly ConditionRow[] {
  const field = schema.field('status') ?? listedFields(schema)[0];
  const operator = field && operatorsOf(schema.typeOfField(field).kind)[0];
  return field && operator ? [{ type: 'row', id: nextId(), field, operator, value: null }] : [];
}

interface ItemEditorProps extends GroupEditorProps {
  readonly item: ConditionTree;
  readonly onItem: (item: ConditionTree) => void;
  readonly onRemoveItem: () => void;
}

function ItemEditor({ item, onItem, onRemoveItem, ...props }: ItemEditorProps) {
  if (item.type === 'group')
    return <GroupEditor {...props} group={item} onGroup={onItem} onRemove={onRemoveItem} />;
  if (item.type === 'row')
    return <ConditionRowEditor {...props} row={item} onChange={onItem} onRemove={onRemoveItem} />;
  return (
    <div className="flex items-center gap-2">
      <code className="min-w-0 flex-1 rounded-sm bg-sunken px-2 py-1 text-small break-words">
        {printExpression(item.expression, props.schema)}
      </code>
      <IconButton
        size="small"
        label={t('bar.removeCondition')}
        icon={<X size={14} />}
        onClick={onRemoveItem}
      />
    </div>
  );
}
