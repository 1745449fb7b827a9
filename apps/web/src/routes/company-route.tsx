import { useParams } from '@tanstack/react-router';
import { CompanyPage } from '../features/people/company-page.tsx';

export function CompanyRoute() {
  const { company = '' } = useParams({ strict: false });
  return <CompanyPage id={company} />;
}
