import type { Json } from '@throughline/base';
import { ENTRY_CATEGORIES, PORTAL_LANGUAGES, type Values } from '@throughline/model';
import { Combobox, MultiCombobox, Select } from '@throughline/ui';
import { useMemo } from 'react';
import { useRecords, useRelated } from '../../data/data-context.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { categoryName } from './category-name.ts';

export interface EntryChoicesProps {
  readonly values: Values;
  readonly onChange: (changes: Readonly<Record<string, Json>>) => void;
}

/** Where an entry is read, in which language, of what kind it is, and what it tells of. */
export function EntryChoices({ values, onChange }: EntryChoicesProps) {
  const space = readText(values['space']);
  const portals = useRelated('portal', 'space', space);
  const releases = useRelated('release', 'space', space);
  const ideas = useRecords('idea');
  const chosen = readTexts(values['ideas']);
  const ideaItems = useMemo(
    () =>
      ideas
        .filter((idea) => idea.values['space'] === space || chosen.includes(idea.id))
        .map((idea) => ({
          value: idea.id,
          label: `${readText(idea.values['key'])} ${readText(idea.values['title'])}`,
        })),
    [ideas, space, chosen],
  );
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Combobox
        label={t('entry.portal')}
        placeholder={t('entry.noPortal')}
        items={portals.map(({ id, values: { name } }) => ({ value: id, label: readText(name) }))}
        value={readText(values['portal']) || null}
        disabled={values['state'] !== 'draft'}
        onChange={(portal) => onChange({ portal })}
      />
      <Categories
        space={space}
        chosen={readTexts(values['categories'])}
        onChange={(categories) => onChange({ categories: [...categories] })}
      />
      <Select
        label={t('entry.language')}
        items={PORTAL_LANGUAGES.map(({ key, name }) => ({ value: key, label: name }))}
        value={PORTAL_LANGUAGES.find(({ key }) => key === values['language'])?.key ?? 'en'}
        onChange={(language) => onChange({ language })}
      />
      <Combobox
        label={t('entry.release')}
        placeholder={t('entry.noRelease')}
        items={releases.map(({ id, values: { name } }) => ({ value: id, label: readText(name) }))}
        value={readText(values['release']) || null}
        onChange={(release) => onChange({ release })}
      />
      <MultiCombobox
        label={t('entry.ideas')}
        items={ideaItems}
        value={chosen}
        onChange={(next) => onChange({ ideas: [...next] })}
      />
    </div>
  );
}

interface CategoriesProps {
  readonly space: string;
  readonly chosen: readonly string[];
  readonly onChange: (categories: readonly string[]) => void;
}

/** Those that all portals know by their names, those in use, and what is typed anew. */
function Categories({ space, chosen, onChange }: CategoriesProps) {
  const entries = useRelated('entry', 'space', space);
  const items = useMemo(() => {
    const used = entries.flatMap(({ values }) => readTexts(values['categories']));
    const own = [...new Set([...used, ...chosen])].filter((each) => !isKnown(each));
    return [
      ...ENTRY_CATEGORIES.map((each) => ({ value: each as string, label: categoryName(each) })),
      ...own.map((each) => ({ value: each, label: each })),
    ];
  }, [entries, chosen]);
  return (
    <MultiCombobox
      label={t('entry.categories')}
      items={items}
      value={chosen}
      onChange={onChange}
      onCreate={(name) => name.trim()}
    />
  );
}

function isKnown(category: string): boolean {
  return ENTRY_CATEGORIES.some((each) => each === category);
}
