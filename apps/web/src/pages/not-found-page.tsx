import { Button } from '@throughline/ui';
import { t } from '../messages/area-t.ts';
import { CenteredPage } from './centered-page.tsx';

export function NotFoundPage({ onHome }: { readonly onHome: () => void }) {
  return (
    <CenteredPage title={t('notFound.title')} text={t('notFound.text')}>
      <Button variant="primary" onClick={onHome}>
        {t('error.home')}
      </Button>
    </CenteredPage>
  );
}
