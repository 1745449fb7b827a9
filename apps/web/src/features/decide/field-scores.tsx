import { useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import { asPercent } from './as-percent.ts';
import { DotPlot } from './dot-plot.tsx';
import { numberOf, scoreText } from './session-fields.ts';
import type { FieldScores as Scores } from './use-session-ideas.ts';

/** What everybody gave for one field of an idea: a dot each, the measures, names and notes. */
export function FieldScores({ scores, people }: { readonly scores: Scores; readonly people: number }) {
  const { field, given, scale, measures } = scores;
  const text = (number: number) => scoreText(field, number);
  const numbers = given.flatMap(({ value }) => numberOf(field, value) ?? []);
  const unable = people - numbers.length;
  return (
    <section aria-label={field.name} className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h4 className="text-ui font-medium">{field.name}</h4>
        {measures !== undefined && (
          <span className="text-small text-muted tabular-nums">
            {t('decide.disagreement', { share: asPercent(measures.disagreement) })}
          </span>
        )}
      </div>
      {measures === undefined ? (
        <p className="text-small text-muted">{t('decide.noScores')}</p>
      ) : (
        <>
          <DotPlot scores={numbers} scale={scale} measures={measures} />
          <div aria-hidden className="flex justify-between px-[2%] text-tiny text-muted tabular-nums">
            <span>{text(Math.min(scale.least, measures.least))}</span>
            <span>{text(Math.max(scale.greatest, measures.greatest))}</span>
          </div>
          <p className="text-small tabular-nums">
            <span className="font-medium">{t('decide.median', { value: medianText(scores) })}</span>
            {' · '}
            {t('decide.mean', { value: formatMean(scores) })}
            {' · '}
            {t('decide.middleHalf', {
              low: numberText(scores, measures.lower),
              high: numberText(scores, measures.upper),
              share: asPercent(measures.interquartile),
            })}
            {' · '}
            {t('decide.fullRange', {
              low: text(measures.least),
              high: text(measures.greatest),
              share: asPercent(measures.range),
            })}
          </p>
        </>
      )}
      <WhoGave scores={scores} />
      {unable > 0 && <p className="text-small text-muted">{t('decide.couldNotTell', { count: unable })}</p>}
    </section>
  );
}

function WhoGave({ scores: { field, given } }: { readonly scores: Scores }) {
  const { titles } = useWorkspace();
  const textOf = (value: unknown): string => {
    const number = numberOf(field, value);
    return number === undefined ? t('decide.cannotTell') : scoreText(field, number);
  };
  const named = given.flatMap(({ person, value }) =>
    person === undefined ? [] : [`${titles.titleOf(person) ?? t('decide.somebody')} ${textOf(value)}`],
  );
  const notes = given.filter(({ note }) => note !== '');
  return (
    <>
      {named.length > 0 && <p className="text-small text-muted">{named.join(' · ')}</p>}
      {notes.map(({ person, value, note }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- notes never change, and may be the same
        <p key={at} className="text-small">
          “{note}”{' '}
          <span className="text-muted">
            – {person === undefined ? '' : `${titles.titleOf(person) ?? t('decide.somebody')}, `}
            {textOf(value)}
          </span>
        </p>
      ))}
    </>
  );
}

/** Between two options there is no name: the number is told. */
function numberText({ field }: Scores, number: number): string {
  const isOption = field.config.options?.some(({ weight }) => weight === number) ?? false;
  return field.config.options && !isOption
    ? scoreText({ ...field, config: {} }, number)
    : scoreText(field, number);
}

function medianText(scores: Scores): string {
  return numberText(scores, scores.measures?.median ?? 0);
}

/** Of weights, since a mean of options is none. */
function formatMean({ field, measures }: Scores): string {
  const { options: _options, ...config } = field.config;
  return scoreText({ ...field, config }, measures?.mean ?? 0);
}
