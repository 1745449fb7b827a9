import { SURVEY_KINDS, SURVEY_STATES } from '@throughline/model';
import { Button, OptionBadge, Select, TextField } from '@throughline/ui';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecords, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { useGo } from '../../router/router-context.ts';
import { byName } from './people-items.ts';
import { SettingGroup } from './setting-parts.tsx';
import { suggestSlug } from './suggest-slug.ts';

type Kind = (typeof SURVEY_KINDS)[number]['key'];

export function SurveySettings() {
  const surveys = useRecords('survey', byName);
  const { spaces } = useSession();
  return (
    <SettingGroup title={t('survey.all')} text={t('survey.text')}>
      <NewSurvey />
      {surveys.length === 0 ? (
        <p className="text-muted">{t('survey.none')}</p>
      ) : (
        <ul className="divide-y border-y">
          {surveys.map(({ id, values }) => {
            const state = SURVEY_STATES.find(({ key }) => key === values['state']);
            const space = spaces.find((each) => each.id === values['space']);
            return (
              <li key={id}>
                <AppLink
                  href={`/s/${space?.key ?? ''}/surveys/${id}`}
                  className="flex min-h-11 items-center gap-3 px-2 hover:bg-hover"
                >
                  <span className="min-w-0 flex-1 truncate font-medium">{readText(values['name'])}</span>
                  <span className="text-small text-muted">{space?.name}</span>
                  {state && <OptionBadge name={state.name} color={state.color} />}
                </AppLink>
              </li>
            );
          })}
        </ul>
      )}
    </SettingGroup>
  );
}

function NewSurvey() {
  const { act, isBusy } = useAct();
  const { rights } = useWorkspace();
  const go = useGo();
  const spaces = useSession().spaces.filter(({ id }) => rights.may('create', 'survey', { space: id }));
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('nps');
  const [chosen, setChosen] = useState<string>();
  const space = spaces.find(({ id }) => id === chosen) ?? spaces[0];
  if (space === undefined) return null;
  async function create(event: FormEvent) {
    event.preventDefault();
    if (space === undefined) return;
    const asked = { question: t(`survey.first.${kind}`), why: t('survey.firstWhy') };
    const pair = kind === 'kano' ? { opposite: t('survey.firstOpposite') } : {};
    const slug = suggestSlug(name.trim());
    const body = { name: name.trim(), slug, kind, space: space.id, ...asked, ...pair };
    const made = await act({ method: 'POST', path: '/surveys', body });
    if (made) go(`/s/${space.key}/surveys/${readText(made['id'])}`);
  }
  return (
    <form
      onSubmit={(event) => void create(event)}
      className="grid items-end gap-3 sm:grid-cols-[2fr_1.5fr_1fr_auto]"
    >
      <TextField label={t('survey.new')} value={name} onChange={setName} required />
      <Select
        label={t('survey.kind')}
        items={SURVEY_KINDS.map(({ key }) => ({ value: key, label: t(`survey.kind.${key}`) }))}
        value={kind}
        onChange={setKind}
      />
      <Select
        label={t('channel.space')}
        items={spaces.map(({ id, name: label }) => ({ value: id, label }))}
        value={space.id}
        onChange={setChosen}
      />
      <Button type="submit" variant="primary" disabled={isBusy || name.trim() === ''}>
        {t('settings.create')}
      </Button>
    </form>
  );
}
