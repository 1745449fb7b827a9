import { Button, Menu, type MenuEntry } from '@throughline/ui';
import type { Field } from '@throughline/model';
import { Group } from 'lucide-react';
import { groupTypes } from '../../data/group-types.ts';
import { GROUP_LEVELS, NO_GROUP } from '../../data/saved-view.ts';
import { t } from '../../messages/t.ts';
import type { ListLook, ViewBarProps } from './view-bar-props.ts';

const boardTypes = ['select', 'person', 'team'];

export function GroupMenu({ schema, shown, change, listLook }: ViewBarProps) {
  const types = shown.layout === 'board' ? boardTypes : groupTypes;
  const fields = schema.fields.filter(({ type }) => types.includes(type));
  const current = shown.groups.flatMap((key) => schema.findField(key) ?? []);
  const names = current.map(({ name }) => name).join(', ');
  const group = (keys: readonly string[]) => change({ group: keys.length > 0 ? keys.join(',') : NO_GROUP });
  const entries = [
    ...(shown.layout === 'board' ? [] : [noGroup(current.length === 0, () => group([]))]),
    ...levelEntries(fields, shown.groups, { level: 0, group }),
    ...(shown.layout === 'list' ? innerEntries(fields, shown.groups, group) : []),
    ...nestEntry(listLook),
  ];
  return (
    <Menu
      entries={entries}
      trigger={
        <Button size="small" variant="quiet" icon={<Group size={14} />}>
          {current.length > 0 ? t('bar.groupedBy', { name: names }) : t('bar.group')}
        </Button>
      }
    />
  );
}

type GroupBy = (keys: readonly string[]) => void;

function noGroup(checked: boolean, onChange: () => void): MenuEntry {
  return { kind: 'check', id: 'none', label: t('bar.noGroup'), checked, onChange };
}

/** The choice of one level's field. Choosing it again takes the level out; those within move up. */
function levelEntries(
  fields: readonly Field[],
  chosen: readonly string[],
  { level, group }: { readonly level: number; readonly group: GroupBy },
): readonly MenuEntry[] {
  const above = chosen.slice(0, level);
  return fields
    .filter(({ key }) => !above.includes(key))
    .map(({ id, key, name }) => {
      const checked = chosen[level] === key;
      const rest = chosen.slice(level + 1).filter((each) => each !== key);
      const onChange = () => group([...above, ...(checked ? [] : [key]), ...rest]);
      return { kind: 'check', id, label: name, checked, onChange };
    });
}

/** Groups in groups, as many levels as lists have. */
function innerEntries(
  fields: readonly Field[],
  chosen: readonly string[],
  group: GroupBy,
): readonly MenuEntry[] {
  const levels = Math.min(chosen.length, GROUP_LEVELS - 1);
  const submenus = Array.from({ length: levels }, (_, at): MenuEntry => {
    const name = fields.find(({ key }) => key === chosen[at + 1])?.name;
    const label = name === undefined ? t('bar.thenBy') : `${t('bar.thenBy')}: ${name}`;
    const entries = levelEntries(fields, chosen, { level: at + 1, group });
    return { kind: 'submenu', id: `level ${at}`, label, entries };
  });
  return submenus.length === 0 ? [] : [{ kind: 'separator', id: 'inner' }, ...submenus];
}

function nestEntry(look: ListLook | undefined): readonly MenuEntry[] {
  if (look?.nest === undefined) return [];
  const { isOn, toggle } = look.nest;
  return [
    { kind: 'separator', id: 'nesting' },
    { kind: 'check', id: 'nest', label: t('bar.nest'), checked: isOn, onChange: toggle },
  ];
}
