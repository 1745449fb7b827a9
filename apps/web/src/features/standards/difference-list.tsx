import type { Difference } from '@throughline/model';
import { t } from '../../messages/area-t.ts';
import { useWorkspace } from '../../data/data-context.ts';
import { aspectWords } from './aspect-words.ts';

export interface DifferenceListProps {
  readonly label: string;
  readonly differences: readonly Difference[];
}

/** Each difference in a line: what it is of, before and after. */
export function DifferenceList({ label, differences }: DifferenceListProps) {
  const schema = useWorkspace().source('idea', null).schema();
  return (
    <ul aria-label={label} className="flex flex-col gap-1 border-l pl-3 text-small">
      {differences.map((difference) => {
        const words = aspectWords(difference, schema);
        return (
          <li key={difference.aspect} className="flex flex-wrap gap-x-2 break-words">
            <span className="text-muted">{words.label}</span>
            {words.before !== null && (
              <del className="max-w-full">
                <span className="sr-only">{t('standard.from')} </span>
                {words.before}
              </del>
            )}
            {words.after === null ? (
              <span className="text-muted">{t('standard.removed')}</span>
            ) : (
              <ins className="max-w-full font-medium no-underline">
                <span className="sr-only">{t('standard.to')} </span>
                {words.after}
              </ins>
            )}
            {words.before === null && <span className="text-muted">{t('standard.added')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
