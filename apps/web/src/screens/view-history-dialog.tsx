import type { Json } from '@throughline/base';
import type { Change } from '@throughline/model';
import { Button, Dialog, Skeleton } from '@throughline/ui';
import { useEffect, useState } from 'react';
import { useTitles, useWorkspace } from '../data/data-context.ts';
import type { ReplicaRecord } from '../data/record-hub.ts';
import { columnFields, showView } from '../data/saved-view.ts';
import { RESTORED, versionsOf, type ViewVersion } from '../features/view-history/view-versions.ts';
import { formatMoment, readMoment } from '../fields/moment-text.ts';
import { readText } from '../fields/read-value.ts';
import { locale, t } from '../messages/area-t.ts';
import type { ViewDialogProps } from './view-dialogs.tsx';

/** What the view was after each change, and the way back to it. */
export function ViewHistoryDialog({ view, open, onOpenChange }: ViewDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="wide"
      title={t('about.history')}
      description={t('about.historyText')}
    >
      {open && view.view && <Versions shownView={view} view={view.view} onDone={() => onOpenChange(false)} />}
    </Dialog>
  );
}

interface VersionsProps {
  readonly shownView: ViewDialogProps['view'];
  readonly view: ReplicaRecord;
  readonly onDone: () => void;
}

function Versions({ shownView, view, onDone }: VersionsProps) {
  const { rights, writer } = useWorkspace();
  const changes = useChanges(view.id);
  const [seen, setSeen] = useState<number>();
  if (changes === undefined) return <Skeleton className="h-40" />;
  const versions = versionsOf(view.values, changes);
  const mayRestore = rights.may('update', 'view', view.values);
  function restore({ values }: ViewVersion) {
    const back: Record<string, Json> = {};
    for (const id of RESTORED) back[id] = values[id] ?? null;
    writer.write([{ entity: 'view', verb: 'update', id: view.id, values: back }], {
      message: t('about.restored'),
    });
    onDone();
  }
  return (
    <ol className="flex max-h-[60vh] flex-col overflow-y-auto">
      {versions.map((version, at) => (
        <VersionItem
          key={version.change.seq}
          version={version}
          shownView={shownView}
          isOpen={seen === version.change.seq}
          onToggle={() => setSeen(seen === version.change.seq ? undefined : version.change.seq)}
          onRestore={mayRestore && at > 0 ? () => restore(version) : undefined}
        />
      ))}
    </ol>
  );
}

interface VersionItemProps {
  readonly version: ViewVersion;
  readonly shownView: ViewDialogProps['view'];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRestore: (() => void) | undefined;
}

function VersionItem({ version, shownView, isOpen, onToggle, onRestore }: VersionItemProps) {
  const titles = useTitles();
  const { actor, occurredAt } = version.change;
  const who = (actor !== null && titles.titleOf(actor)) || t('activity.system');
  const when = readMoment(occurredAt);
  const words = version.parts.map((part) => t(`about.did.${part}`)).join(', ');
  return (
    <li className="flex flex-col gap-2 border-b py-2 last:border-b-0">
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onToggle}
          className="min-w-0 flex-1 rounded-sm text-left text-ui hover:text-accent-text"
        >
          <span className="font-medium">{who}</span> <span className="text-muted">{words}</span>
          {when && <span className="block text-small text-muted">{formatMoment(when, locale).long}</span>}
        </button>
        {onRestore && (
          <Button size="small" onClick={onRestore}>
            {t('about.restore')}
          </Button>
        )}
      </div>
      {isOpen && <Preview version={version} shownView={shownView} />}
    </li>
  );
}

/** What the view showed then, in the words of its bar. */
function Preview({ version: { values }, shownView }: Pick<VersionItemProps, 'version' | 'shownView'>) {
  const { schema } = shownView;
  const shown = showView(values, {}, schema);
  const nameOf = (key: string) => schema.findField(key)?.name ?? key;
  const lines = [
    [t('bar.name'), readText(values['name'])],
    [t('bar.layout'), t(`bar.${shown.layout}`)],
    [t('bar.filter'), shown.filterText],
    [t('bar.group'), shown.groups.map(nameOf).join(', ')],
    [t('bar.sort'), shown.sort.map(({ field }) => nameOf(field)).join(', ')],
    [
      t('bar.columns'),
      columnFields(shown, schema, '')
        .map(({ name }) => name)
        .join(', '),
    ],
  ];
  return (
    <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1 rounded-md bg-sunken p-3 text-ui">
      {lines
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-words">{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Undefined while the server is asked; none where it cannot be reached. */
function useChanges(id: string): readonly Change[] | undefined {
  const { replica } = useWorkspace();
  const [changes, setChanges] = useState<readonly Change[]>();
  useEffect(() => {
    const leaving = new AbortController();
    replica.call('GET', `/views/${id}/history`, { signal: leaving.signal }).then(
      ({ body }) => setChanges(body['items'] as unknown as readonly Change[]),
      () => {
        // Offline: there is no history here, and the dialog says so by being empty.
        if (!leaving.signal.aborted) setChanges([]);
      },
    );
    return () => leaving.abort();
  }, [replica, id]);
  return changes;
}
