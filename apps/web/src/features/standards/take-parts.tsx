import { Button, Select } from '@throughline/ui';
import { useState } from 'react';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';

export interface TakePartsProps {
  readonly isBusy: boolean;
  /** With the id of the space. */
  readonly onTake: (space: string) => void;
}

/** Takes the parts of the draft from how a space is set up now. */
export function TakeParts({ isBusy, onTake }: TakePartsProps) {
  const { spaces } = useSession();
  const [space, setSpace] = useState<string | null>(null);
  return (
    <section aria-label={t('standard.takeFrom')} className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('standard.takeFrom')}</h3>
      <p className="text-muted">{t('standard.takeText')}</p>
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-56">
          <Select
            label={t('standard.chooseSpace')}
            items={spaces.map(({ id, name }) => ({ value: id, label: name }))}
            value={space}
            onChange={setSpace}
          />
        </div>
        <Button disabled={isBusy || space === null} onClick={() => space !== null && onTake(space)}>
          {t('standard.take')}
        </Button>
      </div>
    </section>
  );
}
