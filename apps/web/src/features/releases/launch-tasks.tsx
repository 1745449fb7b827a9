import type { Values } from '@throughline/model';
import { Checkbox, IconButton, ProgressBar } from '@throughline/ui';
import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useRelated, useWorkspace, useWrite } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { byRank } from '../../data/space-views.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { Checklists } from './checklists.tsx';
import { NewTask } from './new-task.tsx';
import { ReleasePart } from './release-frame.tsx';
import { TaskFacts } from './task-facts.tsx';

export interface LaunchTasksProps {
  readonly release: string;
  readonly values: Values;
}

/** What has to be done for a release, by the departments that do it. */
export function LaunchTasks({ release, values }: LaunchTasksProps) {
  const { rights } = useWorkspace();
  const all = useRelated('launch-task', 'release', release);
  const groups = useMemo(() => byDepartment(all.toSorted(byRank)), [all]);
  const done = all.filter((task) => task.values['done'] === true).length;
  const space = readText(values['space']);
  return (
    <ReleasePart
      title={t('release.tasks')}
      actions={
        rights.may('apply', 'release', values) && <Checklists release={release} space={space} tasks={all} />
      }
    >
      {all.length === 0 ? (
        <p className="text-muted">{t('release.noTasks')}</p>
      ) : (
        <ProgressBar
          label={t('release.tasks')}
          share={done / all.length}
          figure={t('release.doneOf', { done, count: all.length })}
        />
      )}
      {groups.map(([department, tasks]) => (
        <section key={department} aria-label={department || t('release.noDepartment')}>
          <h4 className="mt-2 text-small font-medium text-muted">
            {department || t('release.noDepartment')}
          </h4>
          <ul>
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        </section>
      ))}
      {rights.may('create', 'launch-task', { space }) && <NewTask release={release} space={space} />}
    </ReleasePart>
  );
}

function byDepartment(
  tasks: readonly ReplicaRecord[],
): readonly (readonly [string, readonly ReplicaRecord[]])[] {
  const groups = new Map<string, ReplicaRecord[]>();
  for (const task of tasks) {
    const department = readText(task.values['department']);
    groups.set(department, [...(groups.get(department) ?? []), task]);
  }
  return [...groups];
}

function TaskLine({ task: { id, values } }: { readonly task: ReplicaRecord }) {
  const { rights } = useWorkspace();
  const writer = useWrite();
  const title = readText(values['title']);
  const mayChange = rights.may('update', 'launch-task', values);
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 py-0.5">
      <span className="min-w-48 flex-1">
        <Checkbox
          label={title}
          checked={values['done'] === true}
          disabled={!mayChange}
          onChange={(done) => writer.write([{ entity: 'launch-task', id, verb: 'update', values: { done } }])}
        />
      </span>
      <TaskFacts id={id} values={values} mayChange={mayChange} />
      {rights.may('archive', 'launch-task', values) && (
        <IconButton
          size="small"
          label={t('release.removeTask', { name: title })}
          icon={<Trash2 size={14} />}
          onClick={() =>
            writer.write([{ entity: 'launch-task', id, verb: 'archive', values: {} }], {
              message: t('release.taskRemoved'),
            })
          }
        />
      )}
    </li>
  );
}
