import { Button, Menu, type MenuEntry } from '@throughline/ui';
import type { Field } from '@throughline/model';
import { Group } from 'lucide-react';
import { NO_GROUP } from '../../data/saved-view.ts';
import { t } from '../../messages/t.ts';
import type { ViewBarProps } from './view-bar-props.ts';

const listTypes = [
  'select',
  'multi-select',
  'labels',
  'person',
  'people',
  'team',
  'company',
  'checkbox',
  'rating',
];
const boardTypes = ['select', 'person', 'team'];

export function GroupMenu({ schema, shown, change }: ViewBarProps) {
  const types = shown.layout === 'board' ? boardTypes : listTypes;
  const fields = schema.fields.filter(({ type }) => types.includes(type));
  const current = shown.group === null ? undefined : schema.findField(shown.group);
  const choice = (field: Field): MenuEntry => ({
    kind: 'check',
    id: field.id,
    label: field.name,
    checked: field.id === current?.id,
    onChange: () => change({ group: field.id === current?.id ? NO_GROUP : field.key }),
  });
  const noGroup: MenuEntry = {
    kind: 'check',
    id: 'none',
    label: t('bar.noGroup'),
    checked: current === undefined,
    onChange: () => change({ group: NO_GROUP }),
  };
  return (
    <Menu
      entries={[...(shown.layout === 'board' ? [] : [noGroup]), ...fields.map(choice)]}
      trigger={
        <Button size="small" variant="quiet" icon={<Group size={14} />}>
          {current ? t('bar.groupedBy', { name: current.name }) : t('bar.group')}
        </Button>
      }
    />
  );
}
