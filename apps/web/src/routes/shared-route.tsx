import { SharedPage } from '../features/shared-view/shared-page.tsx';
import { usePathPart } from '../router/router-context.ts';

export function SharedRoute() {
  return <SharedPage secret={usePathPart('secret')} />;
}
