import { MODEL, type Field } from '@throughline/model';
import { useMemo, useRef, useState } from 'react';
import { useFields, useLookups, useWorkspace } from '../../data/data-context.ts';
import { makeRecordValues } from '../../data/record-values.ts';
import { useRecordEdits } from '../../data/use-record-edits.ts';
import { useSession } from '../../data/use-session.ts';
import { fieldComponents } from '../../fields/field-registry.ts';
import { toFieldLook } from '../../fields/from-model.ts';
import { lookOf } from '../../fields/look-of.ts';
import { MarkedCell } from '../../fields/marked-cell.tsx';
import { isExplained, openExplanation } from '../../frame/explain-request.ts';
import { t } from '../../messages/area-t.ts';
import type { RecordPartProps } from './record-title.tsx';

/** From so many fields of a workspace's own on, those that are empty wait behind a button. */
const mostEmpty = 6;

const elsewhere = new Set([
  'key',
  'title',
  'name',
  'body',
  'rank',
  'space',
  'sources',
  'archivedAt',
  'mergedInto',
]);

/** Shown with their own controls, or too long for a line. */
function isLine({ id, type }: Field): boolean {
  return !elsewhere.has(id) && !['document', 'data', 'votes', 'reactions'].includes(type);
}

/** Every field with its value, changed where it stands. */
export function RecordFields({ entity, id, values }: RecordPartProps) {
  const data = useWorkspace();
  const space = typeof values['space'] === 'string' ? values['space'] : null;
  const fields = useFields(entity, space);
  const [isOpen, setOpen] = useState(false);
  const readers = useMemo(() => makeRecordValues(data, data.source(entity, space)), [data, entity, space]);
  const lines = fields.filter(isLine).map((field) => ({ field, value: readers.value(id, field) }));
  const ownKeys = new Set(MODEL.entity(entity).fields.map(({ key }) => key));
  const own = lines.filter(({ field }) => !ownKeys.has(field.key));
  const shown = isOpen
    ? lines
    : lines.filter(
        ({ field, value }) => !isMinor(field, value, own.length > mostEmpty && !ownKeys.has(field.key)),
      );
  const hidden = lines.length - shown.length;
  return (
    <section aria-label={t('record.fields')}>
      <dl className="grid grid-cols-[minmax(6rem,9rem)_1fr] gap-x-2">
        {shown.map(({ field, value }) => (
          <FieldLine key={field.id} entity={entity} id={id} values={values} field={field} value={value} />
        ))}
      </dl>
      {(hidden > 0 || isOpen) && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="mt-1 rounded-sm px-1 text-small text-muted hover:text-ink"
        >
          {isOpen ? t('record.fewerFields') : t('record.moreFields', { count: hidden })}
        </button>
      )}
    </section>
  );
}

/** What the product sets is looked at seldom; what is empty and cannot be filled says nothing. */
function isMinor({ id, type, readOnly }: Field, value: unknown, isFolded: boolean): boolean {
  if (['createdAt', 'createdBy', 'updatedAt'].includes(id)) return true;
  const isEmpty = value === null || value === undefined || value === '';
  return readOnly === true || type === 'formula' ? isEmpty || value === 0 : isEmpty && isFolded;
}

interface FieldLineProps extends RecordPartProps {
  readonly field: Field;
  readonly value: unknown;
}

function FieldLine({ entity, id, values, field, value }: FieldLineProps) {
  const { rights } = useWorkspace();
  const { currency } = useSession().workspace;
  const lookups = useLookups(entity);
  const edits = useRecordEdits(entity);
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const look = toFieldLook(field, currency);
  const { Editor } = fieldComponents[look.type];
  const mayEdit = Editor !== null && rights.mayEditField(entity, values, field);
  function end() {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
  }
  const isEmpty = value === null || value === undefined || value === '';
  const content = isEmpty ? (
    <span className="text-faint">{t('record.empty')}</span>
  ) : (
    <MarkedCell value={value} field={look} lookups={lookups} look={lookOf(field, value)} />
  );
  return (
    <>
      <dt className="flex min-h-8 items-center truncate text-ui text-muted" data-tip-cut>
        {field.name}
      </dt>
      <dd className="relative flex min-h-8 min-w-0 items-center text-ui [&_.text-right]:text-left">
        {isEditing && Editor !== null ? (
          <div className="h-8 w-full rounded-md ring-2 ring-focus">
            <Editor
              value={value}
              field={look}
              lookups={lookups}
              onCommit={(next) => {
                edits.edit([id], field, next);
                end();
              }}
              onCancel={end}
            />
          </div>
        ) : mayEdit ? (
          <button
            ref={button}
            type="button"
            aria-label={t('record.editField', { name: field.name })}
            onClick={() => setEditing(true)}
            className="-mx-2 flex min-h-8 w-[calc(100%+1rem)] min-w-0 items-center rounded-md px-2 text-left hover:bg-sunken"
          >
            {content}
          </button>
        ) : isExplained(field.type) ? (
          <button
            type="button"
            aria-label={t('explain.title', { name: field.name })}
            onClick={() => openExplanation({ entity, id, fieldId: field.id })}
            className="-mx-2 flex min-h-8 w-[calc(100%+1rem)] min-w-0 items-center rounded-md px-2 text-left hover:bg-sunken"
          >
            {content}
          </button>
        ) : (
          content
        )}
      </dd>
    </>
  );
}
