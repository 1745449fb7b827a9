import { NumberField } from '@throughline/ui';
import { VoteWeights } from '../../fields/vote-weights.tsx';
import { t } from '../../messages/area-t.ts';
import type { FieldDraft } from './field-draft.ts';

export interface VotesEditorProps {
  readonly draft: FieldDraft;
  readonly onChange: (part: Partial<FieldDraft>) => void;
}

/** How many votes people have, and what one of them counts. */
export function VotesEditor({ draft: { budget, most, weights }, onChange }: VotesEditorProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="grid max-w-md grid-cols-2 gap-3">
        <NumberField
          label={t('decide.budget')}
          value={budget}
          min={1}
          max={1000}
          onChange={(next) => onChange({ budget: next })}
        />
        <NumberField
          label={t('decide.most')}
          value={most}
          min={1}
          max={1000}
          onChange={(next) => onChange({ most: next })}
        />
      </div>
      <VoteWeights weights={weights} onChange={(next) => onChange({ weights: next })} />
    </div>
  );
}
