import { Button, IconButton, useShortcuts } from '@throughline/ui';
import { Lightbulb, Merge } from 'lucide-react';
import { useAct } from '../../answers/use-act.ts';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useRecord, useRelated, useTitles, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { isVoice } from './evidence-list.tsx';

export interface SimilarListProps {
  readonly feedback: string;
  /** Links to the idea of a similar piece; undefined where the person may not, or it is linked already. */
  readonly onLink: ((idea: string) => void) | undefined;
  /** Goes on to the next piece, where this one goes away. */
  readonly onLeave: () => void;
}

/** Below that, texts share words by chance. */
const LEAST_SCORE = 0.25;
const MOST_SHOWN = 5;
const MOST_WORDS = 4;

interface Similar {
  readonly id: string;
  /** What they share, the most telling first. */
  readonly words: readonly string[];
}

/** Feedback that says much the same, with what tells it, and the idea that it was linked to. */
export function SimilarList({ feedback, onLink, onLeave }: SimilarListProps) {
  const merge = useMerge(feedback, onLeave);
  const { body } = useAnswer(`/feedback/${feedback}/similar`, nobody);
  const similar = (readItems(body) ?? [])
    .filter((item) => (readNumber(item['score']) ?? 0) >= LEAST_SCORE)
    .slice(0, MOST_SHOWN)
    .map((item) => ({ id: readText(item['id']), words: readWords(item['because']) }));
  if (similar.length === 0) return null;
  return (
    <section aria-label={t('inbox.similar')} className="mt-8 border-t pt-4">
      <h3 className="mb-1 text-small font-medium text-muted">{t('inbox.similar')}</h3>
      <ul className="divide-y">
        {similar.map((each, index) => (
          <SimilarItem key={each.id} similar={each} onLink={onLink} onMerge={merge} hasKey={index === 0} />
        ))}
      </ul>
    </section>
  );
}

/** What is similar is a help: without it the words can be read all the same. */
function nobody(): void {}

function readWords(because: unknown): readonly string[] {
  const { shared } = (because ?? {}) as { readonly shared?: unknown };
  if (!Array.isArray(shared)) return [];
  return (shared as readonly { readonly word: string; readonly share: number }[])
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

/** Two who ask for the same: what is read becomes part of the other piece, and who wrote it stands behind that. */
function useMerge(feedback: string, onLeave: () => void): (into: string) => (() => void) | undefined {
  const { hub, rights, titles } = useWorkspace();
  const { act, isBusy } = useAct();
  return (into) => {
    const [one, other] = [hub.get('feedback', feedback), hub.get('feedback', into)];
    const isFit = one !== undefined && other !== undefined && one['space'] === other['space'];
    if (isBusy || !isFit || !rights.may('merge', 'feedback', one)) return undefined;
    return () => {
      onLeave();
      const message = t('inbox.merged', { title: titles.titleOf(into) ?? '' });
      void act({ method: 'POST', path: `/feedback/${into}/merge`, body: { from: [feedback] }, message });
    };
  };
}

interface SimilarItemProps {
  readonly similar: Similar;
  readonly onLink: SimilarListProps['onLink'];
  /** Makes what is read part of another piece; undefined where the person may not. */
  readonly onMerge: (into: string) => (() => void) | undefined;
  /** Whether the key for it leads here. */
  readonly hasKey: boolean;
}

function SimilarItem({ similar: { id, words }, onLink, onMerge, hasKey }: SimilarItemProps) {
  const values = useRecord('feedback', id);
  const insight = useRelated('insight', 'feedback', id).find((each) => !isVoice(each));
  const ideaId = readText(insight?.values['idea']);
  const idea = useRecord('idea', ideaId === '' ? undefined : ideaId);
  const space = useSession().spaces.find((each) => each.id === values?.['space']);
  const company = useTitles().titleOf(readText(values?.['company']));
  const title = readText(idea?.['title']);
  const link = idea === undefined || onLink === undefined ? undefined : () => onLink(ideaId);
  const merge = onMerge(id);
  const group = t('inbox.shortcuts');
  useShortcuts([
    ...(hasKey && link ? [{ keys: 'shift+l', label: t('inbox.linkSame'), group, run: link }] : []),
    ...(hasKey && merge ? [{ keys: 'shift+m', label: t('inbox.mergeSame'), group, run: merge }] : []),
  ]);
  if (values === undefined || space === undefined) return null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-60">
        <AppLink
          href={`/s/${space.key}/feedback/${readText(values['key'])}`}
          className="font-medium wrap-break-word hover:underline"
        >
          {readText(values['title'])}
        </AppLink>
        <p className="mt-0.5 text-small text-muted">
          {[company, t('inbox.shares', { words: words.join(', ') })].filter(Boolean).join(' · ')}
        </p>
      </div>
      {link !== undefined && (
        <Button
          size="small"
          icon={<Lightbulb size={14} />}
          onClick={link}
          {...(hasKey && { shortcut: 'shift+l' })}
        >
          <span className="max-w-60 truncate">{t('inbox.linkTo', { title })}</span>
        </Button>
      )}
      {merge !== undefined && (
        <IconButton
          size="small"
          label={t('inbox.mergeInto')}
          icon={<Merge size={14} />}
          onClick={merge}
          {...(hasKey && { shortcut: 'shift+m' })}
        />
      )}
    </li>
  );
}
