import { Avatar } from '@throughline/ui';
import type { AttributeScore, ScoreParts } from '../../data/score-attribution.ts';
import type { FieldMove, RecordMove } from '../../data/compare-days.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { fieldComponents } from '../../fields/field-registry.ts';
import { toFieldLook } from '../../fields/from-model.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { locale, t } from '../../messages/area-t.ts';
import { PartList } from './part-list.tsx';
import { reasonOf, type DayStory } from './use-day-story.ts';

export interface MoveItemProps {
  readonly live: WorkspaceData;
  readonly entity: string;
  readonly title: string;
  readonly recordKey: string;
  readonly move: RecordMove;
  /** Undefined while it is being read, and where the log tells nothing of the record. */
  readonly told: ReadonlyMap<string, Told> | undefined;
  /** How much each input moved a score. */
  readonly attribute: AttributeScore;
  readonly onOpen: (id: string) => void;
}

type Told = NonNullable<ReturnType<NonNullable<ReturnType<DayStory['get']>>['get']>>;

/** One record: where it stood and stands, each value that changed, and whose change it was. */
export function MoveItem(props: MoveItemProps) {
  const { live, entity, title, recordKey, move, told, attribute, onOpen } = props;
  const isStaying = move.rankBefore !== null && move.rankAfter !== null;
  const came = isStaying ? undefined : told?.get('');
  return (
    <li className="border-b border-line py-2">
      <div className="flex items-baseline gap-2">
        <span className="shrink-0 text-small text-muted tabular-nums">{recordKey}</span>
        <button
          type="button"
          className="min-w-0 flex-1 text-left text-ui font-medium hover:underline"
          onClick={() => onOpen(move.id)}
        >
          {title}
        </button>
        <span className="shrink-0 text-small text-muted tabular-nums">{rankText(move)}</span>
      </div>
      {came && <Teller live={live} told={came} />}
      {move.fields.length > 0 && (
        <dl className="mt-1 grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-3 gap-y-1">
          {move.fields.map((field) => (
            <ValueMove
              key={field.field.id}
              live={live}
              entity={entity}
              move={field}
              told={isStaying ? told?.get(field.field.id) : undefined}
              parts={isStaying && field.field.type === 'formula' ? attribute(move.id, field.field) : null}
              side={isStaying ? 'both' : move.rankBefore === null ? 'after' : 'before'}
            />
          ))}
        </dl>
      )}
    </li>
  );
}

function rankText({ rankBefore, rankAfter }: RecordMove): string {
  if (rankBefore === null) return rankAfter === null ? '' : t('past.rankNew', { to: rankAfter });
  if (rankAfter === null) return t('past.rankOld', { from: rankBefore });
  return rankBefore === rankAfter ? '' : t('past.rank', { from: rankBefore, to: rankAfter });
}

interface ValueMoveProps {
  readonly live: WorkspaceData;
  readonly entity: string;
  readonly move: FieldMove;
  readonly told: Told | undefined;
  readonly parts: ScoreParts | null;
  /** What came has no value before, and what went none after. */
  readonly side: 'before' | 'after' | 'both';
}

function ValueMove({ live, entity, move: { field, before, after }, told, parts, side }: ValueMoveProps) {
  const lookups = live.lookups(entity);
  const look = toFieldLook(field, live.replica.session().workspace.currency);
  const { Cell } = fieldComponents[look.type];
  const show = (value: unknown) =>
    value === null ? (
      <span className="text-muted">{t('past.empty')}</span>
    ) : (
      <Cell value={value} field={look} lookups={lookups} />
    );
  return (
    <>
      <dt className="text-small text-muted">{field.name}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-2 text-ui">
        {side !== 'after' && <span className={side === 'both' ? 'text-muted' : ''}>{show(before)}</span>}
        {side === 'both' && <span aria-hidden>→</span>}
        {side !== 'before' && <span>{show(after)}</span>}
        {told && <Teller live={live} told={told} />}
        {parts && <PartList parts={parts} />}
      </dd>
    </>
  );
}

function Teller({ live, told }: { readonly live: WorkspaceData; readonly told: Told }) {
  const name = (told.actor !== null && live.titles.titleOf(told.actor)) || t('activity.system');
  const moment = readMoment(told.occurredAt);
  const when = moment ? formatMoment(moment, locale).short : '';
  const reason = reasonOf(live, told);
  return (
    <span className="inline-flex items-center gap-1 text-small text-muted">
      <Avatar name={name} />
      {t('past.by', { who: name, when })}
      {reason !== undefined && <span className="text-ink">{t('past.reason', { reason })}</span>}
    </span>
  );
}
