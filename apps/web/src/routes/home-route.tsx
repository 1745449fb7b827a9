import { EmptyState } from '@throughline/ui';
import { Layers } from 'lucide-react';
import { t } from '../messages/t.ts';

/** Only seen while there is no space to go to. */
export function HomeRoute() {
  return (
    <EmptyState
      icon={<Layers size={28} strokeWidth={1.5} />}
      title={t('home.noSpaces')}
      text={t('home.noSpacesText')}
    />
  );
}
