import { Button, IconButton, Select } from '@throughline/ui';
import { routingFields } from '@throughline/model';
import { makeSchema, parseConditionText } from '@throughline/view';
import { Trash2 } from 'lucide-react';
import { useMemo, useState, type FormEvent } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecords, useTitles, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { ExpressionInput } from '../../expression/expression-input.tsx';
import { readNumber, readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { AcceptanceTable } from './acceptance-table.tsx';
import { byName } from './people-items.ts';
import { SettingGroup } from './setting-parts.tsx';

/** Who gets what comes in, by rules and by what was learnt. */
export function RoutingSettings() {
  const rules = useRecords('routing-rule');
  const { spaces } = useSession();
  const own = spaces.filter(({ role }) => role === 'admin');
  return (
    <>
      <SettingGroup title={t('routing.rules')} text={t('routing.rules.text')}>
        {own.length > 0 && <NewRule spaces={own} />}
        {rules.length === 0 && <p className="text-muted">{t('routing.noRules')}</p>}
        <ul className="divide-y">
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              space={spaces.find(({ id }) => id === rule.values['space'])?.name ?? ''}
              mayDelete={own.some(({ id }) => id === rule.values['space'])}
            />
          ))}
        </ul>
      </SettingGroup>
      <SettingGroup title={t('routing.acceptance')} text={t('routing.acceptance.text')}>
        <AcceptanceTable />
      </SettingGroup>
    </>
  );
}

interface RuleRowProps {
  readonly rule: ReplicaRecord;
  readonly space: string;
  readonly mayDelete: boolean;
}

function RuleRow({ rule: { id, values }, space, mayDelete }: RuleRowProps) {
  const { act } = useAct();
  const team = useTitles().titleOf(readText(values['team'])) ?? '';
  const condition = readText(values['condition']);
  const count = readNumber(values['routedCount']) ?? 0;
  return (
    <li className="flex items-center gap-4 py-3">
      <div className="min-w-0 flex-1">
        <code className="font-mono text-small wrap-break-word">{condition}</code>
        <p className="text-small text-muted">{[space, t('routing.routed', { count })].join(' · ')}</p>
      </div>
      <span className="font-medium">{team}</span>
      {mayDelete && (
        <IconButton
          label={t('routing.delete', { rule: condition })}
          icon={<Trash2 size={15} />}
          onClick={() =>
            void act({ method: 'DELETE', path: `/routing-rules/${id}`, message: t('routing.deleted') })
          }
        />
      )}
    </li>
  );
}

function NewRule({ spaces }: { readonly spaces: readonly { readonly id: string; readonly name: string }[] }) {
  const { fields } = useWorkspace();
  const { act, isBusy } = useAct();
  const teams = useRecords('team', byName);
  const [text, setText] = useState('');
  const [made, setMade] = useState(0);
  const [chosenTeam, setTeam] = useState<string>();
  const [chosenSpace, setSpace] = useState<string>();
  const space = chosenSpace ?? spaces[0]?.id ?? '';
  const team = chosenTeam ?? teams[0]?.id;
  const schema = useMemo(
    () => makeSchema({ entity: 'feedback', fields: routingFields(fields('feedback', space)) }),
    [fields, space],
  );
  const parsed = text.trim() === '' ? undefined : parseConditionText(text, schema);
  if (team === undefined) return <p className="text-muted">{t('routing.noTeams')}</p>;
  async function add(event?: FormEvent) {
    event?.preventDefault();
    if (parsed?.ok !== true || isBusy) return;
    const rule = await act({
      method: 'POST',
      path: '/routing-rules',
      body: { condition: text.trim(), team: team ?? '', space },
    });
    if (rule === undefined) return;
    setText('');
    setMade(made + 1);
  }
  return (
    <form onSubmit={(event) => void add(event)} className="flex flex-col gap-3">
      <ExpressionInput
        key={made}
        label={t('routing.condition')}
        text={text}
        schema={schema}
        placeholder={t('routing.example')}
        problems={parsed === undefined || parsed.ok ? [] : parsed.error}
        onChange={setText}
        onSubmit={() => void add()}
      />
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
        <Select
          label={t('routing.space')}
          items={spaces.map(({ id, name }) => ({ value: id, label: name }))}
          value={space}
          onChange={setSpace}
        />
        <Select
          label={t('routing.team')}
          items={teams.map(({ id, values }) => ({ value: id, label: readText(values['name']) }))}
          value={team}
          onChange={setTeam}
        />
        <Button type="submit" variant="primary" disabled={isBusy || parsed?.ok !== true}>
          {t('routing.add')}
        </Button>
      </div>
    </form>
  );
}
