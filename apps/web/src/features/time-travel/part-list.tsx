import type { ScoreCause, ScoreParts } from '../../data/score-attribution.ts';
import { locale, t } from '../../messages/area-t.ts';

const signed = new Intl.NumberFormat(locale, { signDisplay: 'always', maximumSignificantDigits: 3 });

/** What moved a score, and by how much: “Reach +300 · Effort +60”. */
export function PartList({ parts: { parts, isExact } }: { readonly parts: ScoreParts }) {
  return (
    <ul
      aria-label={t('past.because')}
      className="flex w-full flex-wrap gap-x-3 text-small text-muted tabular-nums"
    >
      {parts.map(({ cause, amount }) => (
        <li key={typeof cause === 'string' ? cause : cause.id}>
          {nameOf(cause)} <span className="text-ink">{signed.format(amount)}</span>
        </li>
      ))}
      {!isExact && <li>{t('past.roughly')}</li>}
    </ul>
  );
}

function nameOf(cause: ScoreCause): string {
  if (cause === 'others') return t('past.others');
  return cause === 'time' ? t('past.time') : cause.name;
}
