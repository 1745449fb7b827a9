import { CompanyPage } from '../features/people/company-page.tsx';
import { usePathPart } from '../router/router-context.ts';

export function CompanyRoute() {
  return <CompanyPage id={usePathPart('company')} />;
}
