import { foldText } from '@throughline/base';
import type { TemplateItem } from '../../data/template-items.ts';
import { t } from '../../messages/area-t.ts';

export interface TemplateGroup {
  readonly name: string;
  readonly items: readonly TemplateItem[];
}

/** Those that have all the words, in their name, their text or the names of what they make, by what they are for. */
export function findTemplates(items: readonly TemplateItem[], typed: string): readonly TemplateGroup[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  const found = items.filter((item) => {
    const text = foldText(textOf(item));
    return words.every((word) => text.includes(word));
  });
  const group = (name: string, isIn: (item: TemplateItem) => boolean): TemplateGroup => ({
    name,
    items: found.filter(isIn),
  });
  const groups = [
    group(t('templates.blank'), ({ kind }) => kind === 'blank'),
    group(t('templates.own'), ({ isOwn }) => isOwn),
    group(t('templates.spaces'), ({ kind, isOwn }) => kind === 'space' && !isOwn),
    group(t('templates.views'), ({ kind, isOwn }) => kind === 'view' && !isOwn),
    group(t('templates.descriptions'), ({ kind, isOwn }) => kind === 'description' && !isOwn),
  ];
  return groups.filter((each) => each.items.length > 0);
}

function textOf({ name, about, blueprint }: TemplateItem): string {
  const parts = [...blueprint.views, ...blueprint.fields, ...blueprint.descriptions];
  return [name, about, ...parts.map((part) => part.name)].join(' ');
}
