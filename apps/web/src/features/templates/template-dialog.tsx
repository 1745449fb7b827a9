import { isId } from '@throughline/base';
import { LAYOUTS } from '@throughline/model';
import { Button, Checkbox, Dialog } from '@throughline/ui';
import { makeQuery } from '@throughline/view';
import { useMemo, useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { useTemplateItems, type TemplateItem } from '../../data/template-items.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { templateRequest, type TemplateAsked } from '../../frame/template-request.ts';
import { t } from '../../messages/area-t.ts';
import { viewHref } from '../../routes/frame-links.tsx';
import { planWords } from './plan-words.ts';
import { TemplateGallery } from './template-gallery.tsx';
import { useApplyTemplate } from './use-apply-template.ts';

/** A new view, or what a whole space can be set up with: told and drawn before it is made. */
export function TemplateDialog({ open }: { readonly open: boolean }) {
  const asked = templateRequest.useAsked();
  return (
    <Dialog
      open={open}
      onOpenChange={templateRequest.close}
      width="wide"
      title={t(asked?.wanted === 'view' ? 'templates.newView' : 'templates.apply')}
      description={t(asked?.wanted === 'view' ? 'templates.newViewText' : 'templates.applyText')}
    >
      {asked && <TemplateChoice asked={asked} />}
    </Dialog>
  );
}

function TemplateChoice({ asked: { wanted, space } }: { readonly asked: TemplateAsked }) {
  const data = useWorkspace();
  const go = useNavigateTo();
  const { items, reload } = useTemplateItems();
  const { isBusy, apply } = useApplyTemplate();
  const [chosen, setChosen] = useState<string>();
  const [hasExamples, setHasExamples] = useState(false);
  const offered = useMemo(
    () =>
      (wanted === 'view' ? [...blankItems(), ...items.filter(({ kind }) => kind === 'view')] : items).filter(
        (item) => item.space === null || item.space === space.id,
      ),
    [wanted, items, space.id],
  );
  const place = {
    offered: (entity: string) => data.fields(entity, space.id),
    all: (entity: string) => data.fields(entity),
  };
  async function use(item: TemplateItem) {
    if (isBusy) return;
    const made =
      item.kind === 'blank'
        ? { view: makeBlank(item) }
        : await apply(item, { space: space.id, hasExamples: hasExamples && item.examples.length > 0 });
    if (made === undefined) return;
    templateRequest.close();
    if (made.view !== '') go(viewHref(space.key, made.view));
  }
  function makeBlank({ blueprint }: TemplateItem): string {
    const id = data.replica.newId('view');
    const { layout, query } = blueprint.views[0] ?? { layout: 'list', query: {} };
    const values = withAuthor(data, {
      name: t('view.newName'),
      layout,
      entity: 'idea',
      space: space.id,
      query,
    });
    data.writer.write([{ entity: 'view', verb: 'create', id, values }], { message: t('view.created') });
    return id;
  }
  function remove({ id, name }: TemplateItem) {
    void data.replica.call('POST', `/templates/${id}/archive`).then(({ cause }) => {
      if (cause !== null) data.writer.offerUndo(cause, t('templates.archived', { name }));
      reload();
    });
  }
  return (
    <TemplateGallery
      items={offered}
      chosen={chosen}
      onChoose={setChosen}
      onUse={(item) => void use(item)}
      detail={(item) => (
        <>
          <ul className="flex list-disc flex-col gap-0.5 pl-4 text-small text-muted">
            {planWords(item.blueprint, place).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {item.examples.length > 0 && (
            <div className="text-small">
              <Checkbox
                label={t('templates.examples', { count: item.examples.length })}
                checked={hasExamples}
                onChange={setHasExamples}
              />
              <p className="pl-6 text-muted">{t('templates.examplesText')}</p>
            </div>
          )}
          <div className="sticky bottom-0 mt-auto flex gap-2 bg-overlay pt-2">
            <Button type="submit" variant="primary" disabled={isBusy}>
              {t(isBusy ? 'templates.using' : 'templates.use')}
            </Button>
            {item.isOwn && isId(item.id, 'template') && (
              <Button variant="quiet" onClick={() => remove(item)}>
                {t('templates.archive')}
              </Button>
            )}
          </div>
        </>
      )}
    />
  );
}

const marks = { list: '☰', board: '▥', matrix: '⊞', timeline: '▤', chart: '◔' } as const;

function blankItems(): readonly TemplateItem[] {
  const query = makeQuery('idea', { columns: ['status', 'owner', 'insightCount', 'votes'] });
  return LAYOUTS.map((layout) => {
    const group =
      layout === 'board' ? [{ by: { type: 'field', field: 'status' }, direction: 'ascending' }] : [];
    const whole = JSON.parse(
      JSON.stringify({ ...query, group }),
    ) as TemplateItem['blueprint']['views'][0]['query'];
    const name = t(`bar.${layout}`);
    return {
      id: `blank-${layout}`,
      kind: 'blank',
      isOwn: false,
      name,
      about: t('templates.blankAbout', { layout: t(`templates.layout.${layout}`) }),
      emoji: marks[layout],
      blueprint: { fields: [], views: [{ name, entity: 'idea', layout, query: whole }], descriptions: [] },
      examples: [],
      space: null,
    };
  });
}
