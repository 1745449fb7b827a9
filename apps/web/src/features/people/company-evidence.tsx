import { RatingStars } from '@throughline/ui';
import { useMemo } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';

/** Ideas that what the company said speaks for, the most spoken for first. */
export function CompanyEvidence({ insights }: { readonly insights: readonly ReplicaRecord[] }) {
  const { hub } = useWorkspace();
  const { spaces } = useSession();
  const ideas = useMemo(() => groupByIdea(insights), [insights]);
  return (
    <ul className="divide-y border-y">
      {ideas.map(([id, evidence]) => {
        const idea = hub.get('idea', id);
        if (idea === undefined) return null;
        const space = spaces.find((each) => each.id === idea['space']);
        const impact = Math.max(0, ...evidence.map(({ values }) => readNumber(values['impact']) ?? 0));
        return (
          <li key={id} className="py-2">
            <div className="flex items-center gap-3">
              <AppLink
                href={`/s/${space?.key ?? ''}?open=${readText(idea['key'])}`}
                className="min-w-0 flex-1 truncate font-medium hover:underline"
              >
                {readText(idea['title'])}
              </AppLink>
              {impact > 0 && <RatingStars value={impact} />}
              <span className="figures text-small text-muted">
                {t('company.insightCount', { count: evidence.length })}
              </span>
            </div>
            <p className="line-clamp-2 text-muted">“{readText(evidence[0]?.values['excerpt'])}”</p>
          </li>
        );
      })}
    </ul>
  );
}

function groupByIdea(
  insights: readonly ReplicaRecord[],
): ReadonlyArray<readonly [id: string, evidence: readonly ReplicaRecord[]]> {
  const groups = new Map<string, ReplicaRecord[]>();
  for (const insight of insights) {
    const idea = readText(insight.values['idea']);
    groups.set(idea, [...(groups.get(idea) ?? []), insight]);
  }
  return [...groups].toSorted((a, b) => b[1].length - a[1].length);
}
