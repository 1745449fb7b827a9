/** The templates there are to choose from: those that come with the product, and the workspace's own. */
import type { JsonObject } from '@throughline/base';
import { MODEL, parseBlueprint, TEMPLATES, type Blueprint, type Example } from '@throughline/model';
import { useMemo } from 'react';
import { readItems, useAnswer } from '../answers/use-answer.ts';
import { readText } from '../fields/read-value.ts';
import { templateMessages } from '../messages/en-templates.ts';

export interface TemplateItem {
  /** Key of a built-in one, id of one's own. */
  readonly id: string;
  readonly kind: 'blank' | 'space' | 'view' | 'description';
  readonly isOwn: boolean;
  readonly name: string;
  readonly about: string;
  readonly emoji: string;
  readonly blueprint: Blueprint;
  readonly examples: readonly Example[];
  /** Of one's own: the space that alone has it; null where all have. */
  readonly space: string | null;
}

/** Names come by the keys that the model gives; a test holds both lists together. */
const words: Readonly<Record<string, string>> = templateMessages;

export function builtInItems(): readonly TemplateItem[] {
  return TEMPLATES.map(({ key, ...rest }) => ({
    ...rest,
    id: key,
    isOwn: false,
    name: words[`template.${key}`] ?? key,
    about: words[`template.${key}.about`] ?? '',
    space: null,
  }));
}

/** Built-in ones at once; the workspace's own as soon as the server has told them. */
export function useTemplateItems(isWanted = true): {
  readonly items: readonly TemplateItem[];
  readonly reload: () => void;
} {
  const { body, reload } = useAnswer(isWanted ? '/templates?limit=200' : undefined);
  const items = useMemo(() => [...(readItems(body) ?? []).flatMap(ownItem), ...builtInItems()], [body]);
  return { items, reload };
}

/** Nothing where the blueprint cannot be read. */
function ownItem(record: JsonObject): readonly TemplateItem[] {
  const parsed = parseBlueprint(MODEL, record['blueprint'] ?? null);
  if (!parsed.ok) return [];
  const space = readText(record['in']);
  return [
    {
      id: readText(record['id']),
      kind: record['kind'] === 'view' ? 'view' : 'space',
      isOwn: true,
      name: readText(record['name']),
      about: readText(record['about']),
      emoji: readText(record['emoji']) || '🧩',
      blueprint: parsed.value,
      examples: [],
      space: space === '' ? null : space,
    },
  ];
}
