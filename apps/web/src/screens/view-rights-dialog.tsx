import { AUDIENCE_ACCESS } from '@throughline/model';
import { Button, Combobox, Dialog, MultiCombobox, Select } from '@throughline/ui';
import { useState } from 'react';
import { useTitles, useWorkspace } from '../data/data-context.ts';
import { lookupItems } from '../fields/choice.tsx';
import { readText, readTexts } from '../fields/read-value.ts';
import { t } from '../messages/area-t.ts';
import type { ViewDialogProps } from './view-dialogs.tsx';

/** Who may use this view. The server holds to it: whoever may not see it never gets it. */
export function ViewRightsDialog({ view: { view }, open, onOpenChange }: ViewDialogProps) {
  return view && <Rights key={`${view.id} ${open}`} view={view} open={open} onOpenChange={onOpenChange} />;
}

interface RightsProps extends Omit<ViewDialogProps, 'view'> {
  readonly view: NonNullable<ViewDialogProps['view']['view']>;
}

function Rights({ view: { id, values }, open, onOpenChange }: RightsProps) {
  const { writer } = useWorkspace();
  const people = lookupItems(useTitles().lookup('person'));
  const kept = AUDIENCE_ACCESS.find((name) => name === values['access']) ?? 'open';
  const [access, setAccess] = useState<(typeof AUDIENCE_ACCESS)[number]>(kept);
  const [owner, setOwner] = useState<string | null>(readText(values['owner']) || null);
  const [editors, setEditors] = useState(readTexts(values['editors']));
  const [readers, setReaders] = useState(readTexts(values['readers']));
  function save() {
    const next = {
      access,
      owner,
      editors: access === 'open' || editors.length === 0 ? null : editors,
      readers: access === 'restricted' && readers.length > 0 ? readers : null,
    };
    writer.write([{ entity: 'view', verb: 'update', id, values: next }], { message: t('about.rightsSaved') });
    onOpenChange(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('about.rights')}
      description={t(`about.${access}Text`)}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
          <Button variant="primary" onClick={save}>
            {t('about.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t('about.access')}
          items={AUDIENCE_ACCESS.map((value) => ({ value, label: t(`about.${value}`) }))}
          value={access}
          onChange={setAccess}
        />
        <Combobox label={t('about.owner')} items={people} value={owner} onChange={setOwner} />
        {access !== 'open' && (
          <MultiCombobox label={t('about.editors')} items={people} value={editors} onChange={setEditors} />
        )}
        {access === 'restricted' && (
          <MultiCombobox label={t('about.readers')} items={people} value={readers} onChange={setReaders} />
        )}
      </div>
    </Dialog>
  );
}
