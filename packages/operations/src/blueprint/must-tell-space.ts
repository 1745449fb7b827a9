import { Refusal } from '@throughline/contract';
import { isAllowed } from '../access/authorise.ts';
import type { Work } from '../work.ts';

/**
 * How a space works is told to the whole workspace, in a template or a standard, by those who may change it: who only
 * looks at a private space does not open it to others.
 */
export function mustTellSpace({ state, actor, entity }: Work, space: string): void {
  const question = { entity: entity('field'), verb: 'create', subject: { space } } as const;
  if (isAllowed(state, actor, question)) return;
  throw new Refusal('forbidden', {
    message: 'How this space works may be told to everybody by its editors and admins.',
    fix: 'Ask one of them.',
  });
}
