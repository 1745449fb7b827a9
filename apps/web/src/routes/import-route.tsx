import { ImportPage } from '../features/import/import-page.tsx';

export function ImportRoute() {
  return <ImportPage />;
}
