import { usePathPart } from '../router/router-context.ts';
import { CompanyScreen } from '../screens/customer-screens.tsx';

export function CompanyRoute() {
  return <CompanyScreen id={usePathPart('company')} />;
}
