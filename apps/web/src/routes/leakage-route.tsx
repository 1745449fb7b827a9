import { LeakagePage } from '../features/leakage/leakage-page.tsx';

export function LeakageRoute() {
  return <LeakagePage />;
}
