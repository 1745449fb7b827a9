import type { StabilitySettings } from '@throughline/decide';
import type { Field } from '@throughline/model';
import { Dialog, NumberField, ProgressBar } from '@throughline/ui';
import { useMemo, useState } from 'react';
import { t } from '../../messages/area-t.ts';
import { GuessList } from './guess-list.tsx';
import { guessedInputs, makeProblem, type Ranking } from './stability-problem.ts';
import { StabilityResult } from './stability-result.tsx';
import { useStability } from './use-stability.ts';

export interface StabilityDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly ranking: Omit<Ranking, 'settings'>;
  readonly settings: StabilitySettings;
  readonly onSettings: (part: Partial<StabilitySettings>) => void;
  readonly titleOf: (id: string) => string;
  readonly onOpen: (id: string) => void;
}

/** How sure the ranking of a view is: its guesses, and in how many of 1,000 draws each record is among the first. */
export function StabilityDialog(props: StabilityDialogProps) {
  const { open, onClose, ranking } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('decide.howSureTitle', { name: ranking.formula.name })}
      description={t('decide.howSureText')}
      width="wide"
    >
      <StabilityContent {...props} />
    </Dialog>
  );
}

function StabilityContent({ ranking, settings, onSettings, titleOf, onOpen }: StabilityDialogProps) {
  const [given] = useState(ranking);
  const { schema } = given.store;
  const settingsText = JSON.stringify(settings);
  const problem = useMemo(
    () => makeProblem({ ...given, settings: JSON.parse(settingsText) as StabilitySettings }),
    [given, settingsText],
  );
  const { records, drawn } = useStability(problem);
  const inputs = guessedInputs(schema, given.formula.id);
  const numbers = schema.fields.filter(isNumber);
  return (
    <div className="flex flex-col gap-5">
      <GuessList
        inputs={inputs}
        numbers={numbers}
        settings={settings}
        onChange={(guesses) => onSettings({ guesses })}
      />
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-40">
          <NumberField
            label={t('decide.top')}
            value={settings.top}
            min={1}
            max={100}
            onChange={(top) => top !== null && onSettings({ top })}
          />
        </div>
        <div className="min-h-8 min-w-40 flex-1">
          {drawn !== undefined && (
            <ProgressBar
              label={t('decide.drawing')}
              share={drawn / problem.draws}
              figure={t('decide.drawn', { count: drawn, all: problem.draws })}
            />
          )}
        </div>
      </div>
      {records && (
        <StabilityResult
          records={records}
          top={settings.top}
          titleOf={titleOf}
          nameOf={(id) => schema.field(id)?.name ?? ''}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}

function isNumber({ type, readOnly }: Field): boolean {
  return ['number', 'slider', 'rating'].includes(type) && readOnly !== true;
}
