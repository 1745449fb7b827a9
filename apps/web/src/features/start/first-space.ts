import type { Replica } from '@throughline/client';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface FirstSpace {
  readonly id: string;
  readonly key: string;
}

/** The space there is, else a new one. */
export async function firstSpace(replica: Replica): Promise<FirstSpace> {
  const [known] = replica.session().spaces;
  if (known !== undefined) return known;
  const { body } = await replica.call('POST', '/spaces', {
    body: { name: t('templates.firstSpace'), key: 'PROD' },
  });
  return { id: readText(body['id']), key: readText(body['key']) };
}

/** Waits until the browser's copy knows that there is a space. */
export function untilSpace(replica: Replica): Promise<void> {
  return new Promise((resolve) => {
    let stop = (): void => undefined;
    function look(): void {
      if (replica.session().spaces.length === 0) return;
      stop();
      resolve();
    }
    stop = replica.onSession(look);
    look();
  });
}
