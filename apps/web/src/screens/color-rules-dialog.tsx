import type { JsonObject } from '@throughline/base';
import type { ColorRule, Field } from '@throughline/model';
import { useAct } from '../answers/use-act.ts';
import { useLookups, useRecords } from '../data/data-context.ts';
import { useSession } from '../data/use-session.ts';
import { RulesDialog } from '../features/list/rules-dialog.tsx';
import { t } from '../messages/area-t.ts';

export interface ColorRulesDialogProps {
  readonly field: Field | undefined;
  readonly entity: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Rules are kept with the field: a built-in one gets a record of its own the first time. */
export function ColorRulesDialog({ field, entity, open, onOpenChange }: ColorRulesDialogProps) {
  const { act } = useAct();
  const { currency } = useSession().workspace;
  const lookups = useLookups(entity);
  const records = useRecords('field');
  if (field === undefined) return null;
  const { key, name, type } = field;
  const record = records.find(({ values }) => values['entity'] === entity && values['key'] === key);

  async function save(rules: readonly ColorRule[]) {
    const config = { ...field?.config, rules } as unknown as JsonObject;
    const body = record ? { config } : { entity, key, name, type, config };
    await act({
      method: record ? 'PATCH' : 'POST',
      path: record ? `/fields/${record.id}` : '/fields',
      body,
      message: t('rules.saved', { name }),
    });
  }
  return (
    <RulesDialog
      key={`${field.id} ${open}`}
      field={field}
      currency={currency}
      lookups={lookups}
      open={open}
      onOpenChange={onOpenChange}
      onSave={(rules) => void save(rules)}
    />
  );
}
