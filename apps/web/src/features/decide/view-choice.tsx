import { MOST_RANKED } from '@throughline/model';
import { Button, Checkbox, Select } from '@throughline/ui';
import { useState } from 'react';
import { useStatus, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSpaceViews } from '../../data/space-views.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { isOfIdeas, recordsOfView } from './view-records.ts';

export interface ViewChoiceNow {
  readonly views: readonly ReplicaRecord[];
  readonly view: string | null;
  readonly chooseView: (view: string) => void;
  /** All of the view, as many as fit. */
  readonly offered: readonly string[];
  /** Those that were left, in the view's order. */
  readonly records: readonly string[];
  readonly leaveOut: (record: string, isOut: boolean) => void;
}

/** What a decision is about: the ideas of a view, but for those that somebody leaves out. */
export function useViewChoice(space: string): ViewChoiceNow {
  const data = useWorkspace();
  const views = useSpaceViews(space).filter(isOfIdeas);
  const [chosen, setChosen] = useState<string>();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  // Ideas may still be on their way.
  useStatus(({ loading }) => loading.includes(space));
  const view = chosen ?? views[0]?.id ?? null;
  const found = views.find(({ id }) => id === view);
  const offered = found === undefined ? [] : recordsOfView(data, found, { space, most: MOST_RANKED });
  return {
    views,
    view,
    chooseView: (next) => {
      setChosen(next);
      setOut(new Set());
    },
    offered,
    records: offered.filter((record) => !out.has(record)),
    leaveOut: (record, isOut) =>
      setOut(new Set(isOut ? [...out, record] : [...out].filter((each) => each !== record))),
  };
}

export function ViewChoice({ choice }: { readonly choice: ViewChoiceNow }) {
  const { views, view, chooseView, offered, records } = choice;
  const [isPicking, setPicking] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={t('decide.ideasOf')}
        items={views.map(({ id, values }) => ({ value: id, label: readText(values['name']) }))}
        value={view}
        onChange={chooseView}
        hint={t('decide.ideaCount', { count: records.length })}
      />
      {isPicking ? (
        <IdeaPicker choice={choice} />
      ) : (
        offered.length > 0 && (
          <Button variant="quiet" size="small" className="self-start" onClick={() => setPicking(true)}>
            {t('decide.pickIdeas')}
          </Button>
        )
      )}
    </div>
  );
}

function IdeaPicker({ choice: { offered, records, leaveOut } }: { readonly choice: ViewChoiceNow }) {
  const { titles } = useWorkspace();
  const kept = new Set(records);
  return (
    <fieldset className="max-h-56 overflow-y-auto rounded-md border px-3 py-2">
      <legend className="sr-only">{t('decide.ideasTaken')}</legend>
      {offered.map((record) => (
        <div key={record} className="py-1 text-ui">
          <Checkbox
            label={titles.titleOf(record) ?? ''}
            checked={kept.has(record)}
            onChange={(isKept) => leaveOut(record, !isKept)}
          />
        </div>
      ))}
    </fieldset>
  );
}
