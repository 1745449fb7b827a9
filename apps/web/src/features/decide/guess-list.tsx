import type { GuessSetting, StabilitySettings } from '@throughline/decide';
import type { Field } from '@throughline/model';
import { Select } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';
import { guessOf } from './stability-problem.ts';

export interface GuessListProps {
  readonly inputs: readonly Field[];
  /** Number fields that may hold ends or a confidence. */
  readonly numbers: readonly Field[];
  readonly settings: StabilitySettings;
  readonly onChange: (guesses: StabilitySettings['guesses']) => void;
}

const spreads = [10, 20, 30, 50, 100] as const;

/** Of each input of the formula: how far it may be off. */
export function GuessList({ inputs, numbers, settings, onChange }: GuessListProps) {
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 text-ui font-medium">{t('decide.guesses')}</legend>
      {inputs.map((field) => (
        <GuessChoice
          key={field.id}
          field={field}
          numbers={numbers.filter(({ id }) => id !== field.id)}
          guess={guessOf(settings, field)}
          onChange={(guess) => onChange({ ...settings.guesses, [field.id]: guess })}
        />
      ))}
    </fieldset>
  );
}

interface GuessChoiceProps {
  readonly field: Field;
  readonly numbers: readonly Field[];
  readonly guess: GuessSetting;
  readonly onChange: (guess: GuessSetting) => void;
}

function GuessChoice({ field, numbers, guess, onChange }: GuessChoiceProps) {
  const [first, second] = numbers;
  const known = guess.kind === 'spread' ? [...new Set([...spreads, guess.percent])] : spreads;
  const items = [
    { value: 'certain', label: t('decide.certain') },
    ...known.map((percent) => ({ value: `${percent}`, label: t('decide.spread', { percent }) })),
    ...numbers.map(({ id, name }) => ({ value: `of ${id}`, label: t('decide.confidenceOf', { name }) })),
    ...(first && second ? [{ value: 'range', label: t('decide.range') }] : []),
  ];
  function choose(value: string) {
    if (value === 'certain') onChange({ kind: 'certain' });
    else if (value === 'range' && first && second)
      onChange({ kind: 'range', low: first.id, high: second.id });
    else if (value.startsWith('of ')) onChange({ kind: 'confidence', field: value.slice(3) });
    else onChange({ kind: 'spread', percent: Number(value) });
  }
  return (
    <div className="flex flex-col gap-2">
      <Select label={field.name} items={items} value={valueOf(guess)} onChange={choose} />
      {guess.kind === 'range' && (
        <div className="grid grid-cols-2 gap-2">
          {(['low', 'high'] as const).map((end) => (
            <Select
              key={end}
              size="small"
              label={t(end === 'low' ? 'decide.lowOf' : 'decide.highOf', { name: field.name })}
              items={numbers.map(({ id, name }) => ({ value: id, label: name }))}
              value={guess[end]}
              onChange={(id) => onChange({ ...guess, [end]: id })}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function valueOf(guess: GuessSetting): string {
  switch (guess.kind) {
    case 'certain':
    case 'range':
      return guess.kind;
    case 'spread':
      return `${guess.percent}`;
    case 'confidence':
      return `of ${guess.field}`;
  }
}
