import { Button, Checkbox, Select, showToast, TextField } from '@throughline/ui';
import { Copy, Link2 } from 'lucide-react';
import type { Field, Values } from '@throughline/model';
import { useState, type FormEvent } from 'react';
import { useFields, useRecord } from '../../data/data-context.ts';
import type { Place } from '../../data/record-source.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { MoreOptions, nothingMore, readMore, type ShareMore } from './share-more.tsx';
import { shareableFields, shownColumns } from './share-columns.ts';
import { isEdition, type NewShare } from './use-shares.ts';

const lifetimes = ['never', '7', '30', '90'] as const;
type Lifetime = (typeof lifetimes)[number];

const lifetimeLabels = {
  never: () => t('share.never'),
  '7': () => t('share.days', { count: 7 }),
  '30': () => t('share.days', { count: 30 }),
  '90': () => t('share.days', { count: 90 }),
} as const satisfies Record<Lifetime, () => string>;

export interface NewShareFormProps {
  /** Id of the view or audience version. */
  readonly shownId: string;
  readonly onCreate: (share: NewShare) => Promise<string | undefined>;
}

/** Which columns others see, until when and behind what; the link is copied as soon as it is made. */
export function NewShareForm({ shownId, onCreate }: NewShareFormProps) {
  const isVersion = isEdition(shownId);
  const shown = useRecord(isVersion ? 'edition' : 'view', shownId);
  const place = usePlaceOf(shown);
  const fields = shareableFields(useFields(readText(shown?.['entity']) || 'idea', place));
  const [columns, setColumns] = useState<readonly string[]>(() => shownColumns(shown, fields));
  const [title, setTitle] = useState(readText(shown?.['name']));
  const [lifetime, setLifetime] = useState<Lifetime>('never');
  const [more, setMore] = useState<ShareMore>(nothingMore);
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<{ readonly link: string; readonly embed: string | undefined }>();

  async function create(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const path = await onCreate({
      title: title.trim() || readText(shown?.['name']),
      ...(!isVersion && {
        columns: fields
          .map(({ key }) => key)
          .filter((key) => columns.includes(key))
          .toSorted(byPlace(columns)),
      }),
      ...(lifetime !== 'never' && { expiresAt: inDays(Number(lifetime)) }),
      ...readMore(more),
    });
    setBusy(false);
    if (path === undefined) return;
    const link = `${location.origin}${path}`;
    setMade({ link, embed: more.frames.trim() === '' ? undefined : link.replace('/shared/', '/embed/') });
    await copyLink(link);
  }
  if (made !== undefined) return <MadeLink {...made} onAnother={() => setMade(undefined)} />;
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
      {!isVersion && <ColumnChoice fields={fields} columns={columns} onChange={setColumns} />}
      <MoreOptions more={more} onChange={setMore} />
      <Button
        type="submit"
        variant="primary"
        icon={<Link2 size={15} />}
        disabled={isBusy || (!isVersion && columns.length === 0)}
        className="self-end"
      >
        {t('share.create')}
      </Button>
    </form>
  );
}

/** The fields of a roadmap's view are those of its sources. */
function usePlaceOf(shown: Values | undefined): Place {
  const roadmap = useRecord('roadmap', readText(shown?.['roadmap']) || undefined);
  const sources = roadmap?.['spaces'];
  return Array.isArray(sources) ? (sources as readonly string[]) : readText(shown?.['space']);
}

interface ColumnChoiceProps {
  readonly fields: readonly Field[];
  readonly columns: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}

function ColumnChoice({ fields, columns, onChange }: ColumnChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-small font-medium text-muted">{t('share.columns')}</legend>
      <div className="grid max-h-52 grid-cols-2 gap-x-4 gap-y-2 overflow-y-auto rounded-md border p-3">
        {fields.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={columns.includes(key)}
            onChange={(isOn) => onChange(isOn ? [...columns, key] : columns.filter((each) => each !== key))}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface MadeLinkProps {
  readonly link: string;
  readonly embed: string | undefined;
  readonly onAnother: () => void;
}

function MadeLink({ link, embed, onAnother }: MadeLinkProps) {
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
      {embed !== undefined && (
        <TextField
          label={t('share.embed')}
          value={`<iframe src="${embed}" width="100%" height="600"></iframe>`}
          onChange={() => undefined}
          readOnly
          onFocus={(event) => event.target.select()}
        />
      )}
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
