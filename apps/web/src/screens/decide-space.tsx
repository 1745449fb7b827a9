import { EmptyState } from '@throughline/ui';
import { Compass } from 'lucide-react';
import { MODEL } from '@throughline/model';
import { useSession } from '../data/use-session.ts';
import { DecisionList } from '../features/decide/decision-list.tsx';
import { RankingPage } from '../features/decide/ranking-page.tsx';
import { SessionPage } from '../features/decide/session-page.tsx';
import { RoundPage } from '../features/decide/round-page.tsx';
import { t } from '../messages/area-t.ts';

export interface DecidingScreenProps {
  readonly spaceKey: string;
  /** Of a pairwise ranking, a voting round or a scoring session; empty for all that the space decides. */
  readonly id: string;
}

/** What a space is deciding, or one of these decisions. */
export function DecidingScreen({ spaceKey, id }: DecidingScreenProps) {
  const space = useSession().spaces.find(({ key }) => key === spaceKey);
  if (space === undefined)
    return (
      <EmptyState
        icon={<Compass size={28} strokeWidth={1.5} />}
        title={t('space.notFound')}
        text={t('space.notFoundText')}
      />
    );
  const kind = MODEL.entityOfId(id)?.name;
  if (kind === 'round') return <RoundPage key={id} id={id} space={space} />;
  if (kind === 'scoring') return <SessionPage key={id} id={id} space={space} />;
  if (kind === 'ranking') return <RankingPage key={id} id={id} space={space} />;
  return <DecisionList key={space.id} space={space} />;
}
