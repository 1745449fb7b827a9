import type { Values } from '@throughline/model';
import { Button, TextField } from '@throughline/ui';
import { CalendarClock, ExternalLink, Send, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { momentWords } from './day-words.ts';
import { StateBadge } from './release-state.tsx';

export interface PublishBarProps {
  readonly id: string;
  readonly values: Values;
  /** Resolves once what was typed is kept. */
  readonly whenSaved: () => Promise<void>;
}

/** How far an entry is, and what may be done about it. */
export function PublishBar({ id, values, whenSaved }: PublishBarProps) {
  const { rights } = useWorkspace();
  const { act, isBusy } = useAct();
  const portal = useRecord('portal', readText(values['portal']) || undefined);
  const [isScheduling, setScheduling] = useState(false);
  const { state } = values;
  const mayPublish = rights.may('publish', 'entry', values);
  async function publish(at?: string) {
    await whenSaved();
    const done = await act({
      method: 'POST',
      path: `/entries/${id}/publish`,
      body: at === undefined ? {} : { at },
      message: t(at === undefined ? 'entry.published' : 'entry.scheduled'),
    });
    if (done !== undefined) setScheduling(false);
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <StateBadge state={state} />
        <p className="flex-1 text-small text-muted">{wordsOf(values, portal)}</p>
        {state === 'published' && portal && (
          <a
            href={`/portal/${readText(portal['slug'])}/changelog/${id}`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 text-accent-text underline-offset-2 hover:underline"
          >
            <ExternalLink size={14} aria-hidden />
            {t('entry.onPortal')}
          </a>
        )}
        {mayPublish && state !== 'draft' && (
          <Button
            icon={<Undo2 size={14} />}
            disabled={isBusy}
            onClick={() =>
              void act({ method: 'POST', path: `/entries/${id}/cancel`, message: t('entry.cancelled') })
            }
          >
            {t('entry.cancel')}
          </Button>
        )}
        {mayPublish && state !== 'published' && (
          <>
            <Button
              icon={<CalendarClock size={14} />}
              aria-expanded={isScheduling}
              onClick={() => setScheduling(!isScheduling)}
            >
              {t('entry.schedule')}
            </Button>
            <Button
              variant="primary"
              icon={<Send size={14} />}
              disabled={isBusy || portal === undefined}
              onClick={() => void publish()}
            >
              {t('entry.publish')}
            </Button>
          </>
        )}
      </div>
      {isScheduling && <Schedule isBusy={isBusy} onSchedule={(at) => void publish(at)} />}
    </div>
  );
}

function wordsOf(values: Values, portal: Values | undefined): string {
  if (portal === undefined) return t('entry.needsPortal');
  if (values['state'] === 'scheduled')
    return t('entry.scheduledFor', { moment: momentWords(values['publishAt'], true) });
  if (values['state'] === 'published')
    return t('entry.publishedAt', {
      moment: momentWords(values['publishedAt'], true),
      count: Number(values['noticeCount'] ?? 0),
    });
  return t('entry.willReach', { count: Number(portal['subscriberCount'] ?? 0) });
}

interface ScheduleProps {
  readonly isBusy: boolean;
  readonly onSchedule: (at: string) => void;
}

/** A day and a time by the clock of whoever schedules. */
function Schedule({ isBusy, onSchedule }: ScheduleProps) {
  const [at, setAt] = useState('');
  const time = Date.parse(at);
  return (
    <form
      aria-label={t('entry.schedule')}
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!Number.isNaN(time)) onSchedule(new Date(time).toISOString());
      }}
    >
      <TextField label={t('entry.at')} type="datetime-local" value={at} onChange={setAt} required />
      <Button type="submit" disabled={isBusy || Number.isNaN(time)}>
        {t('entry.schedule')}
      </Button>
    </form>
  );
}
