import type { ScoreMeasures } from '@throughline/decide';
import type { Field } from '@throughline/model';
import { useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import { asPercent } from './as-percent.ts';
import { DotPlot } from './dot-plot.tsx';
import { numberOf, scoredOptions, scoreText } from './session-fields.ts';
import type { FieldScores as Scores } from './use-session-ideas.ts';

/** What everybody gave for one field of an idea: a dot each, the measures, names and notes. */
export function FieldScores({ scores, people }: { readonly scores: Scores; readonly people: number }) {
  const { field, given, scale, measures } = scores;
  const text = (number: number) => scoreText(field, number);
  const numbers = given.flatMap(({ value }) => numberOf(field, value) ?? []);
  const unable = people - numbers.length;
  return (
    <fieldset aria-label={field.name} className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
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
            <span className="font-medium">
              {t('decide.median', { value: numberText(field, measures.median) })}
            </span>
            <span className="text-muted">
              {[
                '',
                meanText(field, measures.mean),
                middleText(field, measures),
                t('decide.fullRange', {
                  low: text(measures.least),
                  high: text(measures.greatest),
                  share: asPercent(measures.range),
                }),
              ].join(' · ')}
            </span>
          </p>
        </>
      )}
      <WhoGave scores={scores} />
      {unable > 0 && <p className="text-small text-muted">{t('decide.couldNotTell', { count: unable })}</p>}
    </fieldset>
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

/** Between two options: both of them. */
function numberText(field: Field, number: number): string {
  const marks = scoredOptions(field).flatMap(({ weight = 0 }) => weight);
  if (marks.length === 0 || marks.includes(number)) return scoreText(field, number);
  const low = Math.max(...marks.filter((mark) => mark < number));
  const high = Math.min(...marks.filter((mark) => mark > number));
  return t('decide.amid', { low: scoreText(field, low), high: scoreText(field, high) });
}

/** Quartiles are seldom options: of these the share alone is told. */
function middleText(field: Field, { lower, upper, interquartile }: ScoreMeasures): string {
  const share = asPercent(interquartile);
  if (field.config.options) return t('decide.middleShare', { share });
  return t('decide.middleHalf', { low: scoreText(field, lower), high: scoreText(field, upper), share });
}

/** A mean of options is none: it is told of their weights. */
function meanText(field: Field, mean: number): string {
  const { options, ...config } = field.config;
  const value = scoreText({ ...field, config }, mean);
  return t(options ? 'decide.meanWeight' : 'decide.mean', { value });
}
