import { getRouteApi, useRouter } from '@tanstack/react-router';
import { RecordPanel, recordHref } from '../screens/record-panel.tsx';

const route = getRouteApi('/frame/s/$space/$entity/$key');

export function RecordRoute() {
  const router = useRouter();
  const { space, entity, key } = route.useParams();
  return (
    <RecordPanel
      key={key}
      recordKey={key}
      onOpen={(next) => void router.navigate({ href: recordHref(space, entity, next) })}
    />
  );
}
