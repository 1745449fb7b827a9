import type { JsonObject } from '@throughline/base';
import { KANO_CATEGORIES } from '@throughline/model';
import type { ReactNode } from 'react';
import { locale, t } from '../../messages/area-t.ts';
import { figureOf, partsOf, readMeasure, type Measure } from './measure.ts';

/** Which answers are shown: a condition in the expression language, and what it is called. */
export interface Chosen {
  readonly condition: string;
  readonly name: string;
}

export interface SurveyResultsProps {
  readonly kind: string;
  readonly body: JsonObject;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Each figure is a button that shows the answers behind it. */
export function SurveyResults({ kind, body, onChoose }: SurveyResultsProps) {
  const all = readMeasure(body['all']);
  const months = Array.isArray(body['months']) ? body['months'].map(readMeasure) : [];
  if (all.answers === 0) return <p className="text-muted">{t('survey.nobody')}</p>;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <div>
          <p className="text-small text-muted">{headingOf(kind)}</p>
          <p className="figures text-title font-semibold">{figureOf(kind, all)}</p>
        </div>
        {partsOf(kind, all).map(({ id, name, count, condition }) => (
          <FigureButton key={id} name={name} onClick={() => onChoose({ condition, name })}>
            {count.toLocaleString(locale)}
          </FigureButton>
        ))}
      </div>
      <p className="text-small text-muted">{noteOf(kind, all)}</p>
      <table className="w-full max-w-xl">
        <thead className="text-left text-small text-muted">
          <tr className="border-b">
            <th scope="col" className="py-1.5 font-medium">
              {t('survey.month')}
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              {t('survey.count')}
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              {t('survey.figure')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month} className="border-b">
              <th scope="row" className="py-1.5 text-left font-normal">
                {monthName(month.month)}
              </th>
              <td className="figures py-1 text-right">
                <button
                  type="button"
                  className="min-h-6 rounded-sm px-2 text-accent-text underline-offset-2 hover:underline max-md:min-h-11"
                  onClick={() =>
                    onChoose({ condition: monthCondition(month.month), name: monthName(month.month) })
                  }
                >
                  {month.answers.toLocaleString(locale)}
                </button>
              </td>
              <td className="figures py-1.5 text-right">{figureOf(kind, month)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureButtonProps {
  readonly name: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function FigureButton({ name, onClick, children }: FigureButtonProps) {
  return (
    <button type="button" onClick={onClick} className="rounded-md px-2 py-1 text-left hover:bg-hover">
      <span className="block text-small text-muted">{name}</span>
      <span className="figures font-medium text-accent-text">{children}</span>
    </button>
  );
}

function headingOf(kind: string): string {
  if (kind === 'nps') return t('survey.score');
  if (kind === 'csat') return t('survey.satisfied');
  return kind === 'kano' ? t('survey.category') : t('survey.count');
}

function noteOf(kind: string, { satisfaction, kano }: Measure): string {
  const percent = (share: number) => share.toLocaleString(locale, { style: 'percent' });
  if (kind === 'nps') return t('survey.marginText');
  if (kind === 'csat' && satisfaction?.interval)
    return t('survey.between', {
      from: percent(satisfaction.interval[0]),
      to: percent(satisfaction.interval[1]),
      mean: (satisfaction.mean ?? 0).toLocaleString(locale, { maximumFractionDigits: 2 }),
    });
  if (kind === 'kano' && kano && kano.better !== null && kano.worse !== null)
    return t('survey.coefficients', { better: percent(kano.better), worse: percent(kano.worse) });
  return '';
}

function monthName(month: string): string {
  return new Date(`${month}-15T00:00:00Z`).toLocaleDateString(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Months are those of UTC, as the figures are. */
function monthCondition(month: string): string {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return `answeredAt >= '${month}-01T00:00:00Z' and answeredAt < '${next.toISOString().slice(0, 19)}Z'`;
}

export function categoryName(key: string): string {
  return KANO_CATEGORIES.find((category) => category.key === key)?.name ?? '';
}
