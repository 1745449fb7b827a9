import { usePathPart } from '../router/router-context.ts';
import { ContactScreen } from '../screens/customer-screens.tsx';

export function ContactRoute() {
  return <ContactScreen id={usePathPart('contact')} />;
}
