import { ROLLUP_AGGREGATES, type FieldConfig } from '@throughline/model';
import { NumberField, Select } from '@throughline/ui';
import { useReplica } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import { rollupPaths } from './rollup-paths.ts';

export interface RollupEditorProps {
  readonly entity: string;
  readonly config: FieldConfig;
  readonly onChange: (part: FieldConfig) => void;
}

/** Chooses the linked records, and what is reckoned of them; each of them counts once. */
export function RollupEditor({ entity, config, onChange }: RollupEditorProps) {
  const { fields } = useReplica();
  const paths = rollupPaths(entity, fields);
  const isNumber = paths.some(({ path, isRecords }) => path === config.path && !isRecords);
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <div className="sm:col-span-2">
        <Select
          label={t('settings.rollupOf')}
          items={paths.map(({ path, steps }) => ({ value: path, label: steps.join(' → ') }))}
          value={config.path ?? ''}
          onChange={(path) => onChange(configOf(paths.find((each) => each.path === path)))}
        />
      </div>
      <Select
        label={t('settings.rollupBy')}
        items={(isNumber ? ROLLUP_AGGREGATES : (['count'] as const)).map((value) => ({
          value,
          label: t(`settings.rollup.${value}`),
        }))}
        value={isNumber ? (config.aggregate ?? 'sum') : 'count'}
        onChange={(aggregate) => onChange({ aggregate })}
      />
      {isNumber && (
        <NumberField
          label={t('settings.rollupCap')}
          value={config.cap ?? 0}
          onChange={(cap) => onChange({ cap: cap ?? 0 })}
        />
      )}
    </div>
  );
}

function configOf(chosen: ReturnType<typeof rollupPaths>[number] | undefined): FieldConfig {
  if (chosen === undefined) return {};
  const { path, isRecords, format } = chosen;
  return { path, aggregate: isRecords ? 'count' : 'sum', ...(format === undefined ? {} : { format }) };
}
