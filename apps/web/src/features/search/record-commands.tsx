/** Changes of the opened record, for the palette: "Change status" leads to the statuses. */
import type { Field, Values } from '@throughline/model';
import type { Command } from '@throughline/ui';
import { PencilLine } from 'lucide-react';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

const lookupTypes: Readonly<Record<string, string>> = {
  person: 'person',
  people: 'person',
  team: 'team',
  company: 'company',
};
const manyTypes = new Set(['people', 'multi-select']);

export function recordCommands(data: WorkspaceData, entity: string, id: string): readonly Command[] {
  const values = data.hub.get(entity, id);
  if (values === undefined) return [];
  const group = readText(values['key']) || t('palette.record');
  const space = readText(values['space']);
  return data
    .fields(entity, space === '' ? null : space)
    .filter((field) => data.rights.mayEditField(entity, values, field) && choicesOf(data, field).length > 0)
    .map((field) => ({
      id: `change ${field.id}`,
      label: t('palette.change', { name: field.name }),
      group,
      icon: <PencilLine size={15} />,
      run: () => undefined,
      next: () => choiceCommands(data, { entity, id, values, field }),
    }));
}

interface Changing {
  readonly entity: string;
  readonly id: string;
  readonly values: Values;
  readonly field: Field;
}

function choiceCommands(data: WorkspaceData, { entity, id, values, field }: Changing): readonly Command[] {
  const now = values[field.id];
  const set = (value: Values[string], label: string) =>
    data.writer.write([{ entity, verb: 'update', id, values: { [field.id]: value } }], {
      message: t('palette.changed', { name: field.name, value: label }),
    });
  const isMany = manyTypes.has(field.type);
  const choices = choicesOf(data, field).map(({ key, label, detail }): Command => {
    const has = isMany ? readTexts(now).includes(key) : now === key;
    return {
      id: `${field.id} ${key}`,
      label,
      group: field.name,
      detail: has ? t('palette.current') : (detail ?? ''),
      run: () => void set(isMany ? toggled(readTexts(now), key) : key, label),
    };
  });
  return [
    ...choices,
    {
      id: `${field.id} none`,
      label: t('palette.empty'),
      group: field.name,
      run: () => void set(null, t('palette.nothing')),
    },
  ];
}

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

function choicesOf(data: WorkspaceData, { type, config }: Field): readonly Choice[] {
  if (config.options)
    return config.options.map(({ key, name, emoji }) => ({ key, label: name, detail: emoji }));
  const target = lookupTypes[type];
  if (target === undefined) return [];
  return data.titles
    .lookup(target)
    .all()
    .map(({ id, name, detail }) => ({ key: id, label: name, detail }));
}

function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
}
