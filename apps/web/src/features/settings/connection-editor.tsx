import { CONNECTORS } from '@throughline/model';
import { Button, Checkbox, Combobox } from '@throughline/ui';
import { X } from 'lucide-react';
import type { JsonObject } from '@throughline/base';
import { useAct } from '../../answers/use-act.ts';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useRecords } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { readDeclared } from './connection-needs.ts';
import { ConnectionSecrets } from './connection-secrets.tsx';
import { byName } from './people-items.ts';
import { CommitField, ShownOnce } from './setting-parts.tsx';

/** What a connection needs, as the program's own administrator finds it there. */
export function ConnectionEditor({ connection: { id, values } }: { readonly connection: ReplicaRecord }) {
  const { act } = useAct();
  const isAdmin = useSession().spaces.find((each) => each.id === values['space'])?.role === 'admin';
  const teams = useRecords('team', byName);
  const { body } = useAnswer('/connectors');
  const connector = readText(values['connector']);
  const about = (readItems(body) ?? []).find((item) => item['key'] === connector);
  const program = CONNECTORS.find(({ key }) => key === connector)?.name ?? connector;
  const name = readText(values['name']);
  const settings = (values['settings'] ?? {}) as JsonObject;
  const change = (next: JsonObject) =>
    void act({
      method: 'PATCH',
      path: `/connections/${id}`,
      body: next,
      message: t('channel.saved', { name }),
    });
  const setSetting = (key: string, text: string) =>
    change({
      settings: Object.fromEntries(
        Object.entries({ ...settings, [key]: text }).filter(([, value]) => value !== ''),
      ),
    });
  return (
    <div className="flex flex-col gap-4 pb-5 pl-6">
      {about?.['receives'] === true && (
        <ShownOnce
          label={t('connection.address', { program })}
          secret={`${window.location.origin}/hooks/${connector}/${id}`}
          hint={t('connection.addressHint', { program })}
        />
      )}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <CommitField
          label={t('connection.name')}
          value={name}
          required
          disabled={!isAdmin}
          onCommit={(next) => change({ name: next })}
        />
        <Combobox
          label={t('mailbox.team')}
          placeholder={t('mailbox.noTeam')}
          items={teams.map((team) => ({ value: team.id, label: readText(team.values['name']) }))}
          value={readText(values['team']) || null}
          disabled={!isAdmin}
          onChange={(team) => change({ team })}
        />
        {readDeclared(about?.['settings']).map(({ key, label, example, isOptional }) => (
          <CommitField
            key={key}
            label={isOptional ? t('connection.optional', { label }) : label}
            {...(example === '' ? {} : { hint: t('connection.example', { example }) })}
            value={readText(settings[key])}
            disabled={!isAdmin}
            onCommit={(text) => setSetting(key, text)}
          />
        ))}
      </div>
      {isAdmin && (
        <ConnectionSecrets
          collection="connections"
          id={id}
          name={name}
          declared={readDeclared(about?.['secrets'])}
          kept={(values['secretNames'] ?? []) as readonly string[]}
        />
      )}
      <p className="text-small text-muted">
        {about?.['replies'] === true
          ? t('connection.replies', { program })
          : t('connection.noReplies', { program })}
      </p>
      <div className="flex items-center gap-3">
        <Checkbox
          label={t('connection.paused')}
          checked={values['paused'] === true}
          disabled={!isAdmin}
          onChange={(paused) => change({ paused })}
        />
        {isAdmin && (
          <Button
            icon={<X size={14} />}
            className="ml-auto"
            onClick={() =>
              void act({
                method: 'POST',
                path: `/connections/${id}/archive`,
                message: t('channel.closed', { name }),
              })
            }
          >
            {t('channel.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
