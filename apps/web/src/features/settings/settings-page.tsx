import { EmptyState } from '@throughline/ui';
import type { ComponentType } from 'react';
import { t } from '../../messages/area-t.ts';
import { SettingsLayout } from '../../pages/settings-layout.tsx';
import { ChannelSettings } from './channel-settings.tsx';
import { FieldSettings } from './field-settings.tsx';
import { PeopleSettings } from './people-settings.tsx';
import { ProfileSettings } from './profile-settings.tsx';
import { settingsSections, type SectionId } from '../../pages/settings-sections.ts';
import { RoutingSettings } from './routing-settings.tsx';
import { SpaceSettings } from './space-settings.tsx';
import { TeamSettings } from './team-settings.tsx';
import { TokenSettings } from './token-settings.tsx';
import { WorkspaceSettings } from './workspace-settings.tsx';

const screens: Record<Exclude<SectionId, 'standards'>, ComponentType> = {
  profile: ProfileSettings,
  tokens: TokenSettings,
  people: PeopleSettings,
  teams: TeamSettings,
  spaces: SpaceSettings,
  fields: FieldSettings,
  channels: ChannelSettings,
  routing: RoutingSettings,
  workspace: WorkspaceSettings,
};

export interface SettingsPageProps {
  readonly section: string;
  readonly Standards: ComponentType;
}

export function SettingsPage({ section, Standards }: SettingsPageProps) {
  const groups = settingsSections();
  const current = groups.flatMap(({ sections }) => sections).find(({ id }) => id === section);
  if (current === undefined) return <EmptyState title={t('notFound.title')} text={t('notFound.text')} />;
  const Screen = current.id === 'standards' ? Standards : screens[current.id];
  return (
    <SettingsLayout groups={groups} currentId={current.id} title={current.name} text={current.text}>
      <Screen />
    </SettingsLayout>
  );
}
