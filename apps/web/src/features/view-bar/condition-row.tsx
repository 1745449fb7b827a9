import { IconButton, NumberField, Select } from '@throughline/ui';
import type { Schema } from '@throughline/view';
import { X } from 'lucide-react';
import type { FieldLookups, Lookup } from '../../fields/field-component.ts';
import { fieldComponents } from '../../fields/field-registry.ts';
import { toFieldLook } from '../../fields/from-model.ts';
import { t } from '../../messages/area-t.ts';
import { operatorsOf, takesValue } from './condition-operators.ts';
import { ME, type ConditionRow } from './condition-tree.ts';
import { listedFields } from './view-bar-props.ts';

export interface ConditionRowEditorProps {
  readonly row: ConditionRow;
  readonly schema: Schema;
  readonly lookups: FieldLookups;
  readonly currency: string;
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: () => void;
}

export function ConditionRowEditor(props: ConditionRowEditorProps) {
  const { row, schema, onChange, onRemove } = props;
  const operators = operatorsOf(schema.typeOfField(row.field).kind);
  const fields = listedFields(schema).filter(
    (field) => operatorsOf(schema.typeOfField(field).kind).length > 0,
  );
  function chooseField(id: string) {
    const field = schema.field(id);
    const operator = field && operatorsOf(schema.typeOfField(field).kind)[0];
    if (field && operator) onChange({ ...row, field, operator, value: null });
  }
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <div className="w-40">
        <Select
          label={t('bar.field')}
          hideLabel
          size="small"
          items={fields.map(({ id, name }) => ({ value: id, label: name }))}
          value={row.field.id}
          onChange={chooseField}
        />
      </div>
      <div className="w-36">
        <Select
          label={t('bar.operator')}
          hideLabel
          size="small"
          items={operators.map((operator) => ({ value: operator, label: t(`operator.${operator}`) }))}
          value={row.operator}
          onChange={(operator) => onChange({ ...row, operator })}
        />
      </div>
      <div className="min-w-32 flex-1">{takesValue(row.operator) && <ValueInput {...props} />}</div>
      <IconButton size="small" label={t('bar.removeCondition')} icon={<X size={14} />} onClick={onRemove} />
    </div>
  );
}

function ValueInput({ row, schema, lookups, currency, onChange }: ConditionRowEditorProps) {
  const { field, operator, value } = row;
  const change = (next: unknown) => onChange({ ...row, value: next });
  if (operator === 'lastDays') {
    const days = typeof value === 'number' ? value : null;
    return <NumberField label={t('bar.days')} hideLabel value={days} onChange={change} />;
  }
  const { kind, target } = schema.typeOfField(field);
  const look = toFieldLook(field, currency);
  const { FilterInput } = fieldComponents[kind === 'range' ? 'date' : look.type];
  const offered = target === 'person' ? { ...lookups, people: withMe(lookups.people) } : lookups;
  return <FilterInput value={value} field={look} lookups={offered} onChange={change} />;
}

/** “Me” is whoever looks at the view. */
function withMe(people: Lookup): Lookup {
  const me = { id: ME, name: t('bar.me') };
  return { find: (id) => (id === ME ? me : people.find(id)), all: () => [me, ...people.all()] };
}
