import type { ShownPlan, PlannedPart, PlanNote } from '@throughline/model';
import { t } from '../../messages/area-t.ts';
import { DifferenceList } from './difference-list.tsx';
import { PartLine } from './part-line.tsx';

/** What taking a version would do to a space, part by part; parts that stay as they are come last. */
export function PlanView({ plan, label }: { readonly plan: ShownPlan; readonly label: string }) {
  const moving = plan.parts.filter(isMoving);
  const still = plan.parts.filter((part) => !isMoving(part));
  return (
    <div className="flex flex-col gap-3">
      {moving.length === 0 && <p className="text-muted">{t('standard.nothingChanges')}</p>}
      <ul aria-label={label} className="divide-y border-y">
        {[...moving, ...still].map((part) => (
          <PlannedLine key={part.part} part={part} />
        ))}
      </ul>
      {plan.dropped.length > 0 && (
        <p className="text-muted">{t('standard.dropped', { names: plan.dropped.join(', ') })}</p>
      )}
    </div>
  );
}

function isMoving({ act, changes, notes }: PlannedPart): boolean {
  return act === 'make' || act === 'change' || changes.length > 0 || notes.length > 0;
}

function PlannedLine({ part }: { readonly part: PlannedPart }) {
  const { changes, own, notes, name } = part;
  return (
    <PartLine part={part} state={<span className="text-small text-muted">{actWords(part)}</span>}>
      {changes.length > 0 && <DifferenceList label={name} differences={changes} />}
      {notes.map((note) => (
        <p key={`${note.code} ${note.name}`} className="text-small text-warning">
          {noteWords(note)}
        </p>
      ))}
      {own.length > 0 && (
        <div className="flex flex-col gap-1">
          <p className="text-small text-muted">{t('standard.keeps')}</p>
          <DifferenceList label={`${t('standard.keeps')}: ${name}`} differences={own} />
        </div>
      )}
    </PartLine>
  );
}

function actWords({ act, changes, keptBy = '' }: PlannedPart): string {
  if (act === 'elsewhere') return t('standard.act.elsewhere', { name: keptBy });
  return t(`standard.act.${act === 'match' && changes.length > 0 ? 'change' : act}`);
}

function noteWords(note: PlanNote): string {
  const { name } = note;
  switch (note.code) {
    case 'option_in_use':
      return t('standard.note.option_in_use', { count: note.count, name });
    case 'values_stay':
      return t('standard.note.values_stay', { count: note.count, name });
    case 'key_taken':
      return t('standard.note.key_taken', { name, key: note.key });
    case 'becomes_shared':
      return t('standard.note.becomes_shared', { name });
  }
}
