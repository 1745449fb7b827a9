import { Button } from '@throughline/ui';
import type { Values } from '@throughline/model';
import { Merge } from 'lucide-react';
import { useAct } from '../../answers/use-act.ts';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useRecord, useTitles, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface SimilarIdeasProps {
  readonly id: string;
  readonly onOpen: (key: string) => void;
}

const MOST_WORDS = 4;

/** Ideas that say much the same, with the words that tell it: likely one idea under two names. */
export function SimilarIdeas({ id, onOpen }: SimilarIdeasProps) {
  const { body } = useAnswer(`/ideas/${id}/similar`, nobody);
  const items = readItems(body) ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label={t('record.looksLike')}>
      <h3 className="mb-1 text-small font-medium text-muted">{t('record.looksLike')}</h3>
      <ul className="divide-y border-y">
        {items.map((item) => (
          <SimilarIdea
            key={readText(item['id'])}
            id={readText(item['id'])}
            words={readWords(item['because'])}
            into={id}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

/** What is similar is a help: the idea can be read without it. */
function nobody(): void {}

function readWords(because: unknown): readonly string[] {
  const { shared } = (because ?? {}) as { readonly shared?: readonly { readonly word: string }[] };
  return (shared ?? []).slice(0, MOST_WORDS).map(({ word }) => word);
}

interface SimilarIdeaProps extends SimilarIdeasProps {
  readonly words: readonly string[];
  /** The idea that is being looked at. */
  readonly into: string;
}

function SimilarIdea({ id, words, into, onOpen }: SimilarIdeaProps) {
  const values = useRecord('idea', id);
  const target = useRecord('idea', into);
  const { rights } = useWorkspace();
  const title = useTitles().titleOf(into) ?? '';
  const { act, isBusy } = useAct();
  if (values === undefined || values['archivedAt'] !== undefined) return null;
  const mayMerge = [values, target].every((each?: Values) => each && rights.may('merge', 'idea', each));
  const message = t('merge.done', { count: 1, title });
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 py-1.5 text-ui">
      <button
        type="button"
        onClick={() => onOpen(readText(values['key']))}
        className="flex min-w-0 flex-1 basis-52 flex-col rounded-sm text-left"
      >
        <span className="flex min-w-0 gap-2 hover:underline">
          <span className="figures shrink-0 text-faint">{readText(values['key'])}</span>
          <span className="wrap-break-word">{readText(values['title'])}</span>
        </span>
        <span className="text-small text-muted">{t('record.shares', { words: words.join(', ') })}</span>
      </button>
      {mayMerge && (
        <Button
          size="small"
          variant="quiet"
          icon={<Merge size={14} />}
          disabled={isBusy}
          aria-label={t('record.mergeHere', { title: readText(values['title']) })}
          onClick={() =>
            void act({ method: 'POST', path: `/ideas/${into}/merge`, body: { from: [id] }, message })
          }
        >
          {t('record.mergeIn')}
        </Button>
      )}
    </li>
  );
}
