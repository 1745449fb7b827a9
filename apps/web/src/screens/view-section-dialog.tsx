import { Button, Combobox, Dialog } from '@throughline/ui';
import { useState } from 'react';
import { useWorkspace } from '../data/data-context.ts';
import { useSpaceViews } from '../data/space-views.ts';
import { readText } from '../fields/read-value.ts';
import { t } from '../messages/area-t.ts';
import type { ViewDialogProps } from './view-dialogs.tsx';

/** Puts the view under a heading of the sidebar: one there is, or a new one. */
export function ViewSectionDialog({ view: { view, space }, open, onOpenChange }: ViewDialogProps) {
  const { writer } = useWorkspace();
  const views = useSpaceViews(space);
  const now = readText(view?.values['section']);
  const [chosen, setChosen] = useState<string>();
  const section = chosen ?? now;
  const names = new Set([...views.map(({ values }) => readText(values['section'])), section]);
  const items = [...names].filter((name) => name !== '').map((name) => ({ value: name, label: name }));
  function put(next: string | null) {
    if (view === undefined) return;
    const write = { entity: 'view', verb: 'update', id: view.id, values: { section: next } } as const;
    writer.write([write], { message: t('about.sectionSet') });
    setChosen(undefined);
    onOpenChange(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('about.section')}
      description={t('about.sectionText')}
      width="narrow"
      footer={
        <>
          {now !== '' && <Button onClick={() => put(null)}>{t('about.noSection')}</Button>}
          <Button variant="primary" disabled={section === ''} onClick={() => put(section)}>
            {t('about.save')}
          </Button>
        </>
      }
    >
      <Combobox
        label={t('about.sectionName')}
        items={items}
        value={section === '' ? null : section}
        onChange={(next) => setChosen(next ?? '')}
        onCreate={(name) => {
          setChosen(name);
          return name;
        }}
      />
    </Dialog>
  );
}
