import { Button, IconButton, Select, TextArea, TextField } from '@throughline/ui';
import { Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { byName } from './people-items.ts';
import { CommitField, SettingGroup } from './setting-parts.tsx';

/** What the spaces answer again and again. */
export function ReplySettings() {
  const replies = useRecords('saved-reply', byName);
  const { rights } = useWorkspace();
  const { spaces } = useSession();
  const own = spaces.filter(({ id }) => rights.may('create', 'saved-reply', { space: id }));
  return (
    <SettingGroup title={t('replies.title')} text={t('replies.text')}>
      {own.length > 0 && <NewReply spaces={own} />}
      <ul className="divide-y">
        {replies.map((reply) => (
          <ReplyRow
            key={reply.id}
            reply={reply}
            space={spaces.find(({ id }) => id === reply.values['space'])?.name ?? ''}
          />
        ))}
      </ul>
    </SettingGroup>
  );
}

interface ReplyRowProps {
  readonly reply: ReplicaRecord;
  readonly space: string;
}

function ReplyRow({ reply: { id, values }, space }: ReplyRowProps) {
  const { rights, writer } = useWorkspace();
  const name = readText(values['name']);
  const mayChange = rights.may('update', 'saved-reply', values);
  const [draft, setDraft] = useState<string>();
  function commit() {
    const body = draft?.trim() ?? '';
    setDraft(undefined);
    if (body === '' || body === values['body']) return;
    writer.write([{ entity: 'saved-reply', verb: 'update', id, values: { body } }]);
  }
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex items-end gap-3">
        <div className="flex-1">
          <CommitField
            label={t('replies.name')}
            hint={space}
            value={name}
            required
            disabled={!mayChange}
            onCommit={(next) =>
              void writer.write([{ entity: 'saved-reply', verb: 'update', id, values: { name: next } }])
            }
          />
        </div>
        {rights.may('delete', 'saved-reply', values) && (
          <IconButton
            label={t('replies.delete', { name })}
            icon={<Trash2 size={15} />}
            onClick={() =>
              void writer.write([{ entity: 'saved-reply', verb: 'delete', id, values: {} }], {
                message: t('replies.deleted', { name }),
              })
            }
          />
        )}
      </div>
      <TextArea
        label={t('replies.body', { name })}
        hideLabel
        value={draft ?? readText(values['body'])}
        onChange={setDraft}
        onBlur={commit}
        disabled={!mayChange}
      />
    </li>
  );
}

function NewReply({
  spaces,
}: {
  readonly spaces: readonly { readonly id: string; readonly name: string }[];
}) {
  const { act, isBusy } = useAct();
  const [name, setName] = useState('');
  const [body, setBody] = useState('');
  const [chosen, setChosen] = useState<string>();
  const space = chosen ?? spaces[0]?.id ?? '';
  async function add(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '' || body.trim() === '') return;
    const input = { name: name.trim(), body: body.trim(), space };
    if ((await act({ method: 'POST', path: '/saved-replies', body: input })) === undefined) return;
    setName('');
    setBody('');
  }
  return (
    <form onSubmit={(event) => void add(event)} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t('replies.name')} value={name} onChange={setName} />
        <Select
          label={t('routing.space')}
          items={spaces.map(({ id, name: label }) => ({ value: id, label }))}
          value={space}
          onChange={setChosen}
        />
      </div>
      <TextArea
        label={t('replies.newBody')}
        value={body}
        onChange={setBody}
        hint={t('replies.slots', { slots: '{name}, {company}, {idea}' })}
      />
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        disabled={isBusy || name.trim() === '' || body.trim() === ''}
      >
        {t('replies.add')}
      </Button>
    </form>
  );
}
