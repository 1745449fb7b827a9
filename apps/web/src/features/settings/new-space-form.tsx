import { SPACE_ACCESS, type SpaceAccess } from '@throughline/model';
import { Button, Checkbox, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { tryIt } from '../../answers/use-answer.ts';
import { useWorkspace } from '../../data/data-context.ts';
import { useTemplateItems } from '../../data/template-items.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { suggestKey } from './suggest-key.ts';
import { useAct } from '../../answers/use-act.ts';

const nothing = 'nothing';

/** A space with its key, which begins the keys of its records and stays, and what it begins with. */
export function NewSpaceForm({ onCreated }: { readonly onCreated?: (key: string) => void }) {
  const { act } = useAct();
  const { replica, writer } = useWorkspace();
  const taken = useSession().spaces.map(({ key }) => key);
  const templates = useTemplateItems().items.filter(({ kind, space }) => kind === 'space' && space === null);
  const [name, setName] = useState('');
  const [typedKey, setKey] = useState<string>();
  const [access, setAccess] = useState<SpaceAccess>('open');
  const [start, setStart] = useState(nothing);
  const [hasExamples, setHasExamples] = useState(false);
  const key = typedKey ?? suggestKey(name, taken);
  const template = templates.find(({ id }) => id === start);

  async function create(event: FormEvent) {
    event.preventDefault();
    const made = await makeSpace();
    if (!made) return;
    setName('');
    setKey(undefined);
    onCreated?.(key);
  }
  /** Space and template share a cause: both are taken back together. */
  async function makeSpace(): Promise<boolean> {
    const body = { name: name.trim(), key, access };
    if (template === undefined) return (await act({ method: 'POST', path: '/spaces', body })) !== undefined;
    return tryIt(async () => {
      const { body: made, cause } = await replica.call('POST', '/spaces', { body });
      await replica.call('POST', `/spaces/${readText(made['id'])}/apply`, {
        body: { template: template.id, start: true, examples: hasExamples && template.examples.length > 0 },
        ...(cause === null ? {} : { cause }),
      });
      if (cause !== null) writer.offerUndo(cause, t('templates.used', { name: template.name }));
    });
  }
  return (
    <form onSubmit={(event) => void create(event)} className="flex flex-col gap-3">
      <div className="grid items-end gap-3 sm:grid-cols-[2fr_7rem_1.5fr_1.5fr_auto]">
        <TextField label={t('settings.newSpace')} required value={name} onChange={setName} />
        <TextField
          label={t('settings.key')}
          required
          value={key}
          onChange={(text) => setKey(text.toUpperCase())}
        />
        <Select
          label={t('settings.access')}
          items={SPACE_ACCESS.map((value) => ({ value, label: t(`access.${value}`) }))}
          value={access}
          onChange={setAccess}
        />
        <Select
          label={t('templates.start')}
          items={[
            { value: nothing, label: t('templates.startEmpty') },
            ...templates.map(({ id, emoji, name: label }) => ({ value: id, label: `${emoji} ${label}` })),
          ]}
          value={start}
          onChange={setStart}
        />
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          {t('settings.create')}
        </Button>
      </div>
      {template && (
        <div className="flex flex-col gap-1 text-small">
          <p className="text-muted">{template.about}</p>
          {template.examples.length > 0 && (
            <Checkbox
              label={t('templates.examples', { count: template.examples.length })}
              checked={hasExamples}
              onChange={setHasExamples}
            />
          )}
        </div>
      )}
    </form>
  );
}
