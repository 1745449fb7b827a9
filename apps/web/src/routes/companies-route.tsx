import { CompaniesPage } from '../features/people/companies-page.tsx';

export function CompaniesRoute() {
  return <CompaniesPage />;
}
