/** Records that the palette finds, over the browser's copy. */
import type { Command } from '@throughline/ui';
import { Building2, Lightbulb, MessageSquareQuote, UserRound, type LucideIcon } from 'lucide-react';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { makeTitleEntry, searchTitles, type TitleEntry } from '../../search/search-titles.ts';

interface Sought {
  readonly entity: string;
  readonly Icon: LucideIcon;
  readonly group: string;
  readonly textFields: readonly string[];
  readonly href: (record: ReplicaRecord, data: WorkspaceData) => string | undefined;
}

const shownOfEach = 8;

function sought(): readonly Sought[] {
  return [
    {
      entity: 'idea',
      Icon: Lightbulb,
      group: t('entity.idea'),
      textFields: ['title', 'key'],
      href: ({ values }, { replica }) => {
        const space = replica.session().spaces.find(({ id }) => id === values['space']);
        return space && `/s/${space.key}?open=${readText(values['key'])}`;
      },
    },
    {
      entity: 'feedback',
      Icon: MessageSquareQuote,
      group: t('entity.feedback'),
      textFields: ['title', 'key'],
      href: ({ values }) => `/feedback?state=all&item=${readText(values['key'])}`,
    },
    {
      entity: 'company',
      Icon: Building2,
      group: t('entity.company'),
      textFields: ['name', 'domain'],
      href: ({ id }) => `/companies/${id}`,
    },
    {
      entity: 'contact',
      Icon: UserRound,
      group: t('entity.contact'),
      textFields: ['name'],
      href: ({ id }) => `/contacts/${id}`,
    },
  ];
}

/** Words of all records of a list; made when first asked, kept while the list is the same. */
const indexes = new WeakMap<readonly ReplicaRecord[], readonly TitleEntry[]>();

function indexOf(records: readonly ReplicaRecord[], textFields: readonly string[]): readonly TitleEntry[] {
  const known =
    indexes.get(records) ??
    records
      .toReversed()
      .map(({ id, values }) => makeTitleEntry(id, ...textFields.map((name) => readText(values[name]))));
  indexes.set(records, known);
  return known;
}

/** Ideas, feedback, companies and contacts by words of their titles, also with a letter wrong. */
export function findRecordCommands(
  data: WorkspaceData,
  query: string,
  go: (href: string) => void,
): readonly Command[] {
  if (query.trim().length < 2) return [];
  return sought().flatMap(({ entity, Icon, group, textFields, href }) => {
    const found = searchTitles(indexOf(data.hub.records(entity), textFields), query, shownOfEach);
    return found.flatMap((id): readonly Command[] => {
      const values = data.hub.get(entity, id) ?? {};
      const target = href({ id, values }, data);
      if (target === undefined) return [];
      return [
        {
          id,
          label: data.titles.titleOf(id) ?? id,
          detail: readText(values['key']),
          group,
          icon: <Icon size={15} />,
          // It was found already: with the query among its words the palette keeps it.
          keywords: query,
          run: () => go(target),
        },
      ];
    });
  });
}
