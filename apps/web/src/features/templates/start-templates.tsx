import { Button, Checkbox } from '@throughline/ui';
import { useState } from 'react';
import { builtInItems, type TemplateItem } from '../../data/template-items.ts';
import { t } from '../../messages/area-t.ts';
import { planWords } from './plan-words.ts';
import { TemplateGallery } from './template-gallery.tsx';

export interface StartTemplatesProps {
  readonly onUse: (template: string, hasExamples: boolean) => Promise<void>;
}

/** What the first space may begin with. */
export function StartTemplates({ onUse }: StartTemplatesProps) {
  const [chosen, setChosen] = useState<string>();
  const [hasExamples, setHasExamples] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const items = builtInItems().filter(({ kind }) => kind === 'space');
  async function use({ id }: TemplateItem) {
    if (isBusy) return;
    setBusy(true);
    await onUse(id, hasExamples);
    setBusy(false);
  }
  return (
    <TemplateGallery
      items={items}
      chosen={chosen}
      onChoose={setChosen}
      onUse={(item) => void use(item)}
      detail={(item) => (
        <>
          <ul className="flex list-disc flex-col gap-0.5 pl-4 text-small text-muted">
            {planWords(item.blueprint, undefined).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <div className="sticky bottom-0 mt-auto flex flex-wrap items-center gap-4 bg-sunken pt-2">
            <Button type="submit" variant="primary" disabled={isBusy}>
              {t(isBusy ? 'templates.using' : 'templates.use')}
            </Button>
            <Checkbox
              label={t('templates.examples', { count: item.examples.length })}
              checked={hasExamples}
              onChange={setHasExamples}
            />
          </div>
        </>
      )}
    />
  );
}
