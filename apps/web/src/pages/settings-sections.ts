import { t } from '../messages/area-t.ts';

const mine = ['profile', 'tokens'] as const;
const everybodys = [
  'people',
  'teams',
  'spaces',
  'fields',
  'channels',
  'routing',
  'standards',
  'workspace',
] as const;

export type SectionId = (typeof mine)[number] | (typeof everybodys)[number];

export interface SettingsSectionLink {
  readonly id: SectionId;
  readonly name: string;
  readonly text: string;
  readonly href: string;
}

export function settingsSections(): ReadonlyArray<{
  readonly name: string;
  readonly sections: readonly SettingsSectionLink[];
}> {
  const link = (id: SectionId): SettingsSectionLink => ({
    id,
    name: t(`settings.${id}`),
    text: t(`settings.${id}.text`),
    href: `/settings/${id}`,
  });
  return [
    { name: t('settings.mine'), sections: mine.map(link) },
    { name: t('settings.everybodys'), sections: everybodys.map(link) },
  ];
}
