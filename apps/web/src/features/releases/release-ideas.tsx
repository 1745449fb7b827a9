import { Combobox, IconButton, OptionBadge, ProgressBar } from '@throughline/ui';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useFields, useRecords, useRelated, useWorkspace, useWrite } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { ReleasePart } from './release-frame.tsx';

export interface ReleaseIdeasProps {
  readonly release: string;
  readonly space: string;
}

/** What is in the release, and how far it is. */
export function ReleaseIdeas({ release, space }: ReleaseIdeasProps) {
  const ideas = useRelated('idea', 'shipsIn', release);
  const options = useFields('idea', space).find(({ id }) => id === 'status')?.config.options ?? [];
  const done = ideas.filter(({ values }) =>
    options.some(({ key, category }) => key === values['status'] && category === 'done'),
  ).length;
  return (
    <ReleasePart title={t('release.ideas')}>
      {ideas.length === 0 ? (
        <p className="text-muted">{t('release.noIdeas')}</p>
      ) : (
        <>
          <ProgressBar
            label={t('release.ideasShipped')}
            share={done / ideas.length}
            figure={t('release.doneOf', { done, count: ideas.length })}
          />
          <ul className="divide-y border-y">
            {ideas.map((idea) => (
              <IdeaLine key={idea.id} idea={idea} />
            ))}
          </ul>
        </>
      )}
      <AddIdea release={release} space={space} />
    </ReleasePart>
  );
}

function IdeaLine({ idea: { id, values } }: { readonly idea: ReplicaRecord }) {
  const { rights } = useWorkspace();
  const writer = useWrite();
  const space = useSession().spaces.find((each) => each.id === values['space']);
  const status = useFields('idea', readText(values['space']))
    .find((field) => field.id === 'status')
    ?.config.options?.find(({ key }) => key === values['status']);
  const title = readText(values['title']);
  return (
    <li className="flex min-h-10 items-center gap-3 py-1">
      <AppLink
        href={`/s/${space?.key ?? ''}?open=${readText(values['key'])}`}
        className="min-w-0 flex-1 truncate hover:underline"
      >
        <span className="figures mr-2 text-muted">{readText(values['key'])}</span>
        {title}
      </AppLink>
      {status && <OptionBadge name={status.name} color={status.color} />}
      {rights.may('update', 'idea', values) && (
        <IconButton
          size="small"
          label={t('release.takeOut', { name: title })}
          icon={<X size={14} />}
          onClick={() =>
            writer.write([{ entity: 'idea', id, verb: 'update', values: { shipsIn: null } }], {
              message: t('release.takenOut'),
            })
          }
        />
      )}
    </li>
  );
}

/** Ideas of the space that are in no release yet. */
function AddIdea({ release, space }: ReleaseIdeasProps) {
  const { rights } = useWorkspace();
  const writer = useWrite();
  const ideas = useRecords('idea');
  const items = useMemo(
    () =>
      ideas
        .filter(({ values }) => values['space'] === space && !values['shipsIn'])
        .filter(({ values }) => rights.may('update', 'idea', values))
        .map(({ id, values }) => ({
          value: id,
          label: `${readText(values['key'])} ${readText(values['title'])}`,
        })),
    [ideas, space, rights],
  );
  if (items.length === 0) return null;
  return (
    <Combobox
      label={t('release.addIdea')}
      hideLabel
      placeholder={t('release.addIdea')}
      items={items}
      value={null}
      onChange={(id) => {
        if (id === null) return;
        writer.write([{ entity: 'idea', id, verb: 'update', values: { shipsIn: release } }], {
          message: t('release.added'),
        });
      }}
    />
  );
}
