import type { Values } from '@throughline/model';
import { Button, Checkbox, Dialog, IconButton, Select, Skeleton } from '@throughline/ui';
import { Pencil, Plus, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useAnswer } from '../../answers/use-answer.ts';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { byRank } from '../../data/space-views.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { CommitField } from './setting-parts.tsx';
import { useAct } from '../../answers/use-act.ts';

const MarkdownEditor = lazy(async () => ({
  default: (await import('../../editor/markdown-editor.tsx')).MarkdownEditor,
}));

/** What the description of an idea of the space may begin with. */
export function DescriptionSettings({ space }: { readonly space: string }) {
  const { act } = useAct();
  const { rights } = useWorkspace();
  const templates = useRelated('description-template', 'space', space).toSorted(byRank);
  const [edited, setEdited] = useState<string>();
  const mayAdd = rights.may('create', 'description-template', { space });
  async function add() {
    const body = { name: t('templates.newDescription'), space };
    const made = await act({ method: 'POST', path: '/description-templates', body });
    if (made) setEdited(readText(made['id']));
  }
  return (
    <section aria-label={t('templates.ofDescriptions')}>
      <h4 className="text-small font-medium text-muted">{t('templates.ofDescriptions')}</h4>
      <p className="mb-1 text-small text-muted">{t('templates.ofDescriptionsText')}</p>
      <ul className="divide-y border-y empty:hidden">
        {templates.map((template) => (
          <TemplateItem
            key={template.id}
            template={template}
            mayEdit={mayAdd}
            onEdit={() => setEdited(template.id)}
          />
        ))}
      </ul>
      {mayAdd && (
        <Button size="small" icon={<Plus size={13} />} className="mt-2" onClick={() => void add()}>
          {t('templates.addDescription')}
        </Button>
      )}
      <EditDialog template={templates.find(({ id }) => id === edited)} onClose={() => setEdited(undefined)} />
    </section>
  );
}

interface TemplateItemProps {
  readonly template: ReplicaRecord;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

function TemplateItem({ template: { id, values }, mayEdit, onEdit }: TemplateItemProps) {
  const { act } = useAct();
  const name = readText(values['name']);
  const remove = () =>
    act({
      method: 'POST',
      path: `/description-templates/${id}/archive`,
      message: t('templates.removed', { name }),
    });
  return (
    <li className="flex min-h-9 items-center gap-2">
      <span className="min-w-0 flex-1 truncate">
        {readText(values['emoji'])} {name}
      </span>
      {values['isDefault'] === true && (
        <span className="text-small text-muted">{t('templates.default')}</span>
      )}
      {mayEdit && (
        <>
          <IconButton
            size="small"
            label={t('templates.edit', { name })}
            icon={<Pencil size={14} />}
            onClick={onEdit}
          />
          <IconButton
            size="small"
            label={t('templates.remove', { name })}
            icon={<X size={14} />}
            onClick={() => void remove()}
          />
        </>
      )}
    </li>
  );
}

interface EditDialogProps {
  readonly template: ReplicaRecord | undefined;
  readonly onClose: () => void;
}

function EditDialog({ template, onClose }: EditDialogProps) {
  return (
    <Dialog
      open={template !== undefined}
      onOpenChange={onClose}
      width="wide"
      title={t('templates.edit', { name: readText(template?.values['name']) })}
    >
      {template && <TemplateForm key={template.id} template={template} />}
    </Dialog>
  );
}

const allTypes = 'all';

function TemplateForm({ template: { id, values } }: { readonly template: ReplicaRecord }) {
  const { act } = useAct();
  const data = useWorkspace();
  const { body } = useAnswer(`/description-templates/${id}`);
  const space = readText(values['space']);
  const types = data.fields('idea', space).find((field) => field.id === 'type')?.config.options ?? [];
  const change = (body: Values) =>
    void act({ method: 'PATCH', path: `/description-templates/${id}`, body, message: t('templates.saved') });
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-[2fr_5rem_1.5fr]">
        <CommitField
          label={t('templates.name')}
          required
          value={readText(values['name'])}
          onCommit={(name) => change({ name })}
        />
        <CommitField
          label={t('templates.emoji')}
          value={readText(values['emoji'])}
          onCommit={(emoji) => change({ emoji })}
        />
        <Select
          label={t('templates.forType')}
          items={[
            { value: allTypes, label: t('templates.allTypes') },
            ...types.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          value={readText(values['forType']) || allTypes}
          onChange={(type) => change({ forType: type === allTypes ? null : type })}
        />
      </div>
      <Checkbox
        label={t('templates.isDefault')}
        checked={values['isDefault'] === true}
        onChange={(isDefault) => change({ isDefault })}
      />
      {body === undefined ? (
        <Skeleton className="h-24" />
      ) : (
        <Suspense fallback={<Skeleton className="h-24" />}>
          <MarkdownEditor
            label={t('description.label')}
            value={readText(body['body'])}
            onCommit={(text) => change({ body: text === '' ? null : text })}
          />
        </Suspense>
      )}
    </div>
  );
}
