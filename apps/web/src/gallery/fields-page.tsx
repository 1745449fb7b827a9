import { useState } from 'react';
import { fieldComponents } from '../fields/field-registry.ts';
import { exampleFields } from './example-ideas.ts';
import { exampleLookups } from './example-lookups.ts';

/** Every field type: its cell, its editor as it stands in a cell, its filter input. */
export function FieldsPage() {
  return (
    <main className="mx-auto max-w-5xl px-6 py-8">
      <h1 className="mb-6 text-display font-semibold">Fields</h1>
      <div className="grid grid-cols-[8rem_1fr_1fr] gap-x-6 gap-y-3 max-sm:grid-cols-1">
        {exampleFields.map(({ id, field, valueOf }) => (
          <FieldRow key={id} example={{ field, initial: valueOf(5) ?? valueOf(8) }} />
        ))}
      </div>
    </main>
  );
}

type Example = { readonly field: (typeof exampleFields)[number]['field']; readonly initial: unknown };

function FieldRow({ example: { field, initial } }: { readonly example: Example }) {
  const [value, setValue] = useState(initial);
  const [operand, setOperand] = useState<unknown>(null);
  const [isEdited, setEdited] = useState(false);
  const { Cell, Editor, FilterInput } = fieldComponents[field.type];
  const shown = { field, lookups: exampleLookups };
  return (
    <>
      <button
        type="button"
        disabled={Editor === null}
        onClick={() => setEdited(true)}
        className="text-left text-muted"
      >
        {field.name}
        <span className="block text-small text-faint">{field.type}</span>
      </button>
      <div className="flex h-8 items-center rounded-md border px-2">
        {isEdited && Editor ? (
          <Editor
            {...shown}
            value={value}
            onCommit={(next) => {
              setValue(next);
              setEdited(false);
            }}
            onCancel={() => setEdited(false)}
          />
        ) : (
          <Cell {...shown} value={value} />
        )}
      </div>
      <FilterInput {...shown} value={operand} onChange={setOperand} />
    </>
  );
}
