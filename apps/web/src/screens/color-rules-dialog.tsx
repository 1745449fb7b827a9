import type { JsonObject } from '@throughline/base';
import type { ColorRule, Field } from '@throughline/model';
import { useLookups, useRecords, useWorkspace } from '../data/data-context.ts';
import { useSession } from '../data/use-session.ts';
import { showFailure } from '../data/writer.ts';
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
  const { replica, writer } = useWorkspace();
  const { currency } = useSession().workspace;
  const lookups = useLookups(entity);
  const records = useRecords('field');
  if (field === undefined) return null;
  const { key, name, type } = field;
  const record = records.find(({ values }) => values['entity'] === entity && values['key'] === key);

  async function save(rules: readonly ColorRule[]) {
    const config = { ...field?.config, rules } as unknown as JsonObject;
    const body = record ? { config } : { entity, key, name, type, config };
    try {
      const { cause } = await replica.call(
        record ? 'PATCH' : 'POST',
        record ? `/fields/${record.id}` : '/fields',
        { body },
      );
      writer.offerUndo(cause ?? '', t('rules.saved', { name }));
    } catch (error) {
      showFailure(error);
    }
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
