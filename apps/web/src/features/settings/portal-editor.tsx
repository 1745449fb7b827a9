import { MODERATION, PORTAL_ACCESS, PORTAL_LANGUAGES } from '@throughline/model';
import { Button, Checkbox, Combobox, Select, TextArea } from '@throughline/ui';
import { ExternalLink, X } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useRecords, useTitles } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { byName } from './people-items.ts';
import { PortalKey } from './portal-key.tsx';
import { PortalWidget } from './portal-widget.tsx';
import { CommitField } from './setting-parts.tsx';

type Changes = Readonly<Record<string, string | boolean | null | readonly string[]>>;

export function PortalEditor({ portal: { id, values } }: { readonly portal: ReplicaRecord }) {
  const { act } = useAct();
  const isAdmin = useSession().spaces.find((each) => each.id === values['space'])?.role === 'admin';
  const name = readText(values['name']);
  const slug = readText(values['slug']);
  const address = `${window.location.origin}/portal/${slug}`;
  const change = (body: Changes) =>
    void act({ method: 'PATCH', path: `/portals/${id}`, body, message: t('channel.saved', { name }) });
  const field = (key: string, label: string, hint?: string) => (
    <CommitField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={readText(values[key])}
      required={key !== 'color'}
      disabled={!isAdmin}
      onCommit={(next) => change({ [key]: next })}
    />
  );
  return (
    <div className="flex flex-col gap-4 pb-5 pl-6">
      <div className="grid gap-3 sm:grid-cols-2">
        {field('name', t('portal.name'))}
        {field('slug', t('portal.slug'), t('portal.slugHint', { address }))}
      </div>
      <Introduction id={id} isAdmin={isAdmin} onCommit={(intro) => change({ intro })} />
      <Choices values={values} isAdmin={isAdmin} onChange={change} />
      <div className="grid gap-3 sm:grid-cols-2">
        {field('color', t('portal.color'), t('portal.colorHint'))}
        <RoadmapChoice
          value={readText(values['edition'])}
          isAdmin={isAdmin}
          onChange={(edition) => change({ edition })}
        />
      </div>
      <Checkbox
        label={t('portal.anonymous')}
        checked={values['anonymous'] === true}
        disabled={!isAdmin}
        onChange={(anonymous) => change({ anonymous })}
      />
      <p className="text-small text-muted">{t('portal.signInHint')}</p>
      {isAdmin && <PortalKey id={id} address={address} isInUse={values['keyTurn'] !== undefined} />}
      <PortalWidget
        slug={slug}
        sites={values['sites']}
        isAdmin={isAdmin}
        onChange={(sites) => change({ sites })}
      />
      <div className="flex gap-2">
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1.5 text-accent-text underline-offset-2 hover:underline"
        >
          <ExternalLink size={14} aria-hidden />
          {t('channel.open')}
        </a>
        {isAdmin && (
          <Button
            icon={<X size={14} />}
            className="ml-auto"
            onClick={() =>
              void act({
                method: 'POST',
                path: `/portals/${id}/archive`,
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

interface ChoicesProps {
  readonly values: ReplicaRecord['values'];
  readonly isAdmin: boolean;
  readonly onChange: (change: Changes) => void;
}

function Choices({ values, isAdmin, onChange }: ChoicesProps) {
  const shared = { disabled: !isAdmin };
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Select
        {...shared}
        label={t('portal.access')}
        items={PORTAL_ACCESS.map(({ key }) => ({ value: key, label: t(`portal.access.${key}`) }))}
        value={PORTAL_ACCESS.find(({ key }) => key === values['access'])?.key ?? 'public'}
        onChange={(access) => onChange({ access })}
      />
      <Select
        {...shared}
        label={t('portal.moderation')}
        items={MODERATION.map(({ key }) => ({ value: key, label: t(`portal.moderation.${key}`) }))}
        value={MODERATION.find(({ key }) => key === values['moderation'])?.key ?? 'anonymous'}
        onChange={(moderation) => onChange({ moderation })}
      />
      <Select
        {...shared}
        label={t('portal.language')}
        items={PORTAL_LANGUAGES.map(({ key, name }) => ({ value: key, label: name }))}
        value={PORTAL_LANGUAGES.find(({ key }) => key === values['language'])?.key ?? 'en'}
        onChange={(language) => onChange({ language })}
      />
    </div>
  );
}

interface RoadmapChoiceProps {
  readonly value: string;
  readonly isAdmin: boolean;
  readonly onChange: (edition: string | null) => void;
}

/** An audience version of a roadmap, beside the requests. */
function RoadmapChoice({ value, isAdmin, onChange }: RoadmapChoiceProps) {
  const editions = useRecords('edition', byName);
  const titles = useTitles();
  return (
    <Combobox
      label={t('portal.roadmap')}
      placeholder={t('portal.noRoadmap')}
      items={editions.map(({ id, values }) => ({
        value: id,
        label: `${titles.titleOf(readText(values['roadmap'])) ?? ''}: ${readText(values['name'])}`,
      }))}
      value={value === '' ? null : value}
      disabled={!isAdmin}
      onChange={onChange}
    />
  );
}

interface IntroductionProps {
  readonly id: string;
  readonly isAdmin: boolean;
  readonly onCommit: (text: string) => void;
}

/** Long texts are not in the browser's copy: it is asked for when the portal is opened. */
function Introduction({ id, isAdmin, onCommit }: IntroductionProps) {
  const { body } = useAnswer(`/portals/${id}`);
  const [draft, setDraft] = useState<string>();
  const saved = readText(body?.['intro']);
  return (
    <TextArea
      label={t('portal.intro')}
      hint={t('portal.introHint')}
      value={draft ?? saved}
      disabled={!isAdmin || body === undefined}
      onChange={setDraft}
      onBlur={() => {
        if (draft !== undefined && draft.trim() !== saved) onCommit(draft.trim());
      }}
    />
  );
}
