import { useGo, usePathPart } from '../router/router-context.ts';
import { RecordPanel, recordHref } from '../screens/record-panel.tsx';

export function RecordRoute() {
  const go = useGo();
  const [space, entity, key] = [usePathPart('space'), usePathPart('entity'), usePathPart('key')];
  return <RecordPanel key={key} recordKey={key} onOpen={(next) => go(recordHref(space, entity, next))} />;
}
