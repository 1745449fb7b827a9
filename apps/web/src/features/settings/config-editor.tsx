import type { FieldConfig } from '@throughline/model';
import { NumberField, Select } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';
import { VoteWeights } from '../../fields/vote-weights.tsx';
import { FormulaSetting } from './formula-setting.tsx';
import { OptionEditor } from './option-editor.tsx';
import { RollupEditor } from './rollup-editor.tsx';

export interface ConfigEditorProps {
  readonly entity: string;
  readonly type: string;
  readonly config: FieldConfig;
  /** Some choices are made once. */
  readonly isNew: boolean;
  readonly isStatus: boolean;
  readonly onChange: (part: FieldConfig) => void;
}

const connected = ['idea', 'feedback', 'insight', 'company', 'contact'] as const;
const formats = ['plain', 'currency', 'percent'] as const;

/** What a field's type asks beyond its name. */
export function ConfigEditor({ entity, type, config, isNew, isStatus, onChange }: ConfigEditorProps) {
  switch (type) {
    case 'select':
    case 'multi-select':
      return (
        <OptionEditor
          options={config.options ?? []}
          hasCategories={isStatus}
          onChange={(options) => onChange({ options })}
        />
      );
    case 'number':
      return (
        <div className="w-48">
          <Select
            label={t('settings.format')}
            items={formats.map((value) => ({ value, label: t(`settings.format.${value}`) }))}
            value={config.format ?? 'plain'}
            onChange={(format) => onChange({ format })}
          />
        </div>
      );
    case 'rating':
    case 'slider':
      return (
        <div className="w-40">
          <NumberField
            label={t('settings.max')}
            value={config.max ?? (type === 'rating' ? 5 : 100)}
            min={1}
            onChange={(max) => max !== null && onChange({ max })}
          />
        </div>
      );
    case 'votes':
      return (
        <div className="flex flex-col gap-4">
          <div className="grid max-w-md grid-cols-2 gap-3">
            <NumberField
              label={t('decide.budget')}
              value={config.budget ?? null}
              min={1}
              max={1000}
              onChange={(budget) => budget !== null && onChange({ budget })}
            />
            <NumberField
              label={t('decide.most')}
              value={config.max ?? null}
              min={1}
              max={1000}
              onChange={(max) => max !== null && onChange({ max })}
            />
          </div>
          <VoteWeights weights={config.weights ?? {}} onChange={(weights) => onChange({ weights })} />
        </div>
      );
    case 'relation':
      return (
        <div className="w-48">
          <Select
            label={t('settings.connects')}
            items={connected.map((value) => ({ value, label: t(`entity.${value}`) }))}
            value={connected.find((each) => each === config.target) ?? 'idea'}
            disabled={!isNew}
            onChange={(target) => onChange({ target })}
          />
        </div>
      );
    case 'rollup':
      return <RollupEditor entity={entity} config={config} onChange={onChange} />;
    case 'formula':
      return (
        <FormulaSetting
          entity={entity}
          text={config.expression ?? ''}
          onChange={(expression) => onChange({ expression })}
        />
      );
    default:
      return null;
  }
}
