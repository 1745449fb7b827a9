import { Button, Checkbox, Select, showToast, TextField } from '@throughline/ui';
import { Copy, Link2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useFields, useRecord } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { shareableFields, shownColumns } from './share-columns.ts';
import type { NewShare } from './use-shares.ts';

const lifetimes = ['never', '7', '30', '90'] as const;
type Lifetime = (typeof lifetimes)[number];

const lifetimeLabels = {
  never: () => t('share.never'),
  '7': () => t('share.days', { count: 7 }),
  '30': () => t('share.days', { count: 30 }),
  '90': () => t('share.days', { count: 90 }),
} as const satisfies Record<Lifetime, () => string>;

export interface NewShareFormProps {
  readonly viewId: string;
  readonly onCreate: (share: NewShare) => Promise<string | undefined>;
}

/** Which columns others see, until when; the link is copied as soon as it is made. */
export function NewShareForm({ viewId, onCreate }: NewShareFormProps) {
  const view = useRecord('view', viewId);
  const fields = shareableFields(useFields(readText(view?.['entity']) || 'idea', readText(view?.['space'])));
  const [columns, setColumns] = useState<readonly string[]>(() => shownColumns(view, fields));
  const [title, setTitle] = useState(readText(view?.['name']));
  const [lifetime, setLifetime] = useState<Lifetime>('never');
  const [isBusy, setBusy] = useState(false);
  const [link, setLink] = useState<string>();

  async function create(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const path = await onCreate({
      title: title.trim() || readText(view?.['name']),
      columns: fields
        .map(({ key }) => key)
        .filter((key) => columns.includes(key))
        .toSorted(byPlace(columns)),
      ...(lifetime !== 'never' && { expiresAt: inDays(Number(lifetime)) }),
    });
    setBusy(false);
    if (path === undefined) return;
    const made = `${location.origin}${path}`;
    setLink(made);
    await copyLink(made);
  }
  if (link !== undefined) return <MadeLink link={link} onAnother={() => setLink(undefined)} />;
  return (
    <form onSubmit={(event) => void create(event)} className="flex flex-col gap-4">
      <div className="grid grid-cols-[1fr_10rem] gap-3">
        <TextField label={t('share.titleField')} value={title} onChange={setTitle} />
        <Select
          label={t('share.expires')}
          items={lifetimes.map((value) => ({ value, label: lifetimeLabels[value]() }))}
          value={lifetime}
          onChange={setLifetime}
        />
      </div>
      <fieldset>
        <legend className="mb-1.5 text-small font-medium text-muted">{t('share.columns')}</legend>
        <div className="grid max-h-52 grid-cols-2 gap-x-4 gap-y-2 overflow-y-auto rounded-md border p-3">
          {fields.map(({ key, name }) => (
            <Checkbox
              key={key}
              label={name}
              checked={columns.includes(key)}
              onChange={(isOn) =>
                setColumns(isOn ? [...columns, key] : columns.filter((each) => each !== key))
              }
            />
          ))}
        </div>
      </fieldset>
      <Button
        type="submit"
        variant="primary"
        icon={<Link2 size={15} />}
        disabled={isBusy || columns.length === 0}
        className="self-end"
      >
        {t('share.create')}
      </Button>
    </form>
  );
}

function MadeLink({ link, onAnother }: { readonly link: string; readonly onAnother: () => void }) {
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t('share.link')}
        hint={t('share.linkOnce')}
        value={link}
        onChange={() => undefined}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onAnother}>{t('share.another')}</Button>
        <Button variant="primary" icon={<Copy size={14} />} onClick={() => void copyLink(link)}>
          {t('share.copy')}
        </Button>
      </div>
    </div>
  );
}

async function copyLink(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    showToast({ title: t('share.copied'), tone: 'success' });
  } catch {
    showToast({ title: t('share.notCopied'), text: t('share.notCopiedFix') });
  }
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

function byPlace(columns: readonly string[]): (a: string, b: string) => number {
  return (a, b) => columns.indexOf(a) - columns.indexOf(b);
}
