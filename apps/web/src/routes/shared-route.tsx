import { useParams } from '@tanstack/react-router';
import { SharedPage } from '../features/shared-view/shared-page.tsx';

export function SharedRoute() {
  const { secret = '' } = useParams({ strict: false });
  return <SharedPage secret={secret} />;
}
