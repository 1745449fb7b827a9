import { ImportJobPage } from '../features/import/import-job-page.tsx';
import { usePathPart } from '../router/router-context.ts';

export function ImportJobRoute() {
  return <ImportJobPage id={usePathPart('job')} />;
}
