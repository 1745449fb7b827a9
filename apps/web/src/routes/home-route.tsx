import { EmptyState } from '@throughline/ui';
import { Layers } from 'lucide-react';
import { useLayoutEffect } from 'react';
import { useSession } from '../data/use-session.ts';
import { t } from '../messages/area-t.ts';
import { useGo } from '../router/router-context.ts';
import { spaceHref } from './frame-links.tsx';

/** Goes on to the first space; it is only seen while there is none. */
export function HomeRoute() {
  const go = useGo();
  const first = useSession().spaces[0]?.key;
  useLayoutEffect(() => {
    if (first !== undefined) go(spaceHref(first), { replace: true });
  }, [go, first]);
  if (first !== undefined) return null;
  return (
    <EmptyState
      icon={<Layers size={28} strokeWidth={1.5} />}
      title={t('home.noSpaces')}
      text={t('home.noSpacesText')}
    />
  );
}
