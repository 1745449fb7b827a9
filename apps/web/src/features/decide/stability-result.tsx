import type { RecordStability } from '@throughline/decide';
import { Button } from '@throughline/ui';
import { useState } from 'react';
import { t } from '../../messages/area-t.ts';
import { asPercent } from './as-percent.ts';
import { StabilityRow } from './stability-row.tsx';

export interface StabilityResultProps {
  readonly records: readonly RecordStability[];
  readonly top: number;
  readonly titleOf: (id: string) => string;
  readonly nameOf: (field: string) => string;
  readonly onOpen: (id: string) => void;
}

const least = 20;

export function StabilityResult({ records, top, titleOf, nameOf, onOpen }: StabilityResultProps) {
  const [showsAll, setShowsAll] = useState(false);
  const count = showsAll ? records.length : Math.max(least, top * 2);
  const shown = records.slice(0, count);
  const worst = Math.max(1, ...shown.map(({ high, rank }) => Math.max(high, rank)));
  const decisive = findDecisive(records);
  return (
    <section aria-label={t('decide.result')}>
      {decisive === undefined ? (
        <p className="text-ui">{t('decide.nothingMatters', { top })}</p>
      ) : (
        <p className="text-ui">
          {t('decide.mattersMost')}{' '}
          <button
            type="button"
            className="font-medium text-accent-text hover:underline"
            onClick={() => onOpen(decisive.id)}
          >
            {t('decide.guessOf', { field: nameOf(decisive.field), title: titleOf(decisive.id) })}
          </button>
          {'. '}
          {t('decide.inTop', { top, low: asPercent(decisive.atLow), high: asPercent(decisive.atHigh) })}
        </p>
      )}
      <div className="mt-3 flex justify-between border-b pb-1 text-small text-muted">
        <span>{t('decide.idea')}</span>
        <span>{t('decide.share', { top })}</span>
      </div>
      <ol>
        {shown.map((record) => (
          <StabilityRow
            key={record.id}
            record={record}
            title={titleOf(record.id)}
            top={top}
            worst={worst}
            nameOf={nameOf}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {records.length > shown.length && (
        <Button variant="quiet" onClick={() => setShowsAll(true)}>
          {t('decide.showAll', { count: records.length })}
        </Button>
      )}
    </section>
  );
}

interface Decisive {
  readonly id: string;
  readonly field: string;
  readonly atLow: number;
  readonly atHigh: number;
}

/** The guess that accounts for most uncertainty about who is among the first. */
function findDecisive(records: readonly RecordStability[]): Decisive | undefined {
  let most = 0;
  let found: Decisive | undefined;
  for (const { id, share, guesses } of records) {
    const [guess] = guesses;
    const weight = guess === undefined ? 0 : guess.effect * share * (1 - share);
    if (guess === undefined || weight <= most) continue;
    most = weight;
    found = { id, ...guess };
  }
  return found;
}
