import type { FieldConfig, Role } from '@throughline/model';
import { NumberField } from '@throughline/ui';
import { t } from '../messages/area-t.ts';

type Weights = NonNullable<FieldConfig['weights']>;

export interface VoteWeightsProps {
  readonly weights: Weights;
  readonly onChange: (weights: Weights) => void;
}

/** Those who vote, with the least role first. */
const voters = ['contributor', 'editor', 'admin'] as const satisfies readonly Role[];

/** What one vote counts, by the role of who gives it; 1 unless something else is said. */
export function VoteWeights({ weights, onChange }: VoteWeightsProps) {
  function change(role: Role, weight: number | null) {
    const { [role]: _before, ...rest } = weights;
    onChange(weight === null || weight === 1 ? rest : { ...rest, [role]: weight });
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-small font-medium text-muted">{t('decide.weights')}</legend>
      <div className="grid max-w-md grid-cols-3 gap-3">
        {voters.map((role) => (
          <NumberField
            key={role}
            label={t(`role.${role}`)}
            value={weights[role] ?? 1}
            min={0}
            max={100}
            onChange={(weight) => change(role, weight)}
          />
        ))}
      </div>
      <p className="text-small text-muted">{t('decide.weightsHint')}</p>
    </fieldset>
  );
}
