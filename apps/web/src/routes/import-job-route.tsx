import { useParams } from '@tanstack/react-router';
import { ImportJobPage } from '../features/import/import-job-page.tsx';

export function ImportJobRoute() {
  const { job = '' } = useParams({ strict: false });
  return <ImportJobPage id={job} />;
}
