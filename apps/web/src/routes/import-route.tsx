import { ImportPage } from '../features/import/import-page.tsx';
import { useSearchTexts } from '../router/router-context.ts';

export function ImportRoute() {
  const [{ space }] = useSearchTexts();
  return <ImportPage space={space} />;
}
