/** Who else looks at a space right now. */
import { HocuspocusProvider } from '@hocuspocus/provider';
import { readText } from '../fields/read-value.ts';
import { collaborationUrl } from './collaboration-url.ts';

export interface Present {
  readonly id: string;
  readonly name: string;
}

export interface PresenceOptions {
  readonly workspace: string;
  readonly space: string;
  readonly me: Present;
  /** Others only, each once however many tabs they have. */
  readonly onChange: (others: readonly Present[]) => void;
}

/** Tells that this person is here, and of the others, until the answered function is called. */
export function openPresence({ workspace, space, me, onChange }: PresenceOptions): () => void {
  const provider = new HocuspocusProvider({
    url: collaborationUrl(),
    name: `${workspace}/presence/${space}`,
    token: 'cookie',
    onAwarenessChange: ({ states }) => {
      const others = new Map<string, Present>();
      for (const { user } of states) {
        const present = readPresent(user);
        if (present !== undefined && present.id !== me.id) others.set(present.id, present);
      }
      onChange([...others.values()]);
    },
  });
  provider.setAwarenessField('user', me);
  return () => provider.destroy();
}

function readPresent(user: unknown): Present | undefined {
  if (typeof user !== 'object' || user === null) return undefined;
  const [id, name] = [readText(Reflect.get(user, 'id')), readText(Reflect.get(user, 'name'))];
  return id === '' || name === '' ? undefined : { id, name };
}
