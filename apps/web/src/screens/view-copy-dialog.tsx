import type { Json } from '@throughline/base';
import { fieldsOf, parseQuery } from '@throughline/view';
import { Button, Dialog, Select } from '@throughline/ui';
import { useState } from 'react';
import { useWorkspace } from '../data/data-context.ts';
import { withAuthor } from '../data/new-record.ts';
import { useSession } from '../data/use-session.ts';
import { readText } from '../fields/read-value.ts';
import { useNavigateTo } from '../frame/app-link.tsx';
import { t } from '../messages/area-t.ts';
import { viewHref } from '../routes/frame-links.tsx';
import type { ViewDialogProps } from './view-dialogs.tsx';

/** Names the fields that the other space does not have before the view is copied there. */
export function ViewCopyDialog({ view: shownView, open, onOpenChange }: ViewDialogProps) {
  const data = useWorkspace();
  const { spaces } = useSession();
  const go = useNavigateTo();
  const [chosen, setChosen] = useState<string | null>(null);
  const { view, source, schema, space } = shownView;
  const places = spaces.filter(({ id }) => id !== space && data.rights.may('create', 'view', { space: id }));
  const place = places.find(({ id }) => id === chosen);
  const offered = place && new Set(data.fields(source.entity, place.id).map(({ id }) => id));
  const missing = namedFields(view?.values['query'] ?? null)
    .filter((id) => offered !== undefined && !offered.has(id))
    .flatMap((id) => schema.field(id)?.name ?? []);
  function copy() {
    if (view === undefined || place === undefined) return;
    const { name, layout, query, settings, entity } = view.values;
    const id = data.replica.newId('view');
    const kept = { name, layout, query, settings, entity } as Record<string, Json>;
    const values = withAuthor(data, { ...kept, space: place.id });
    data.writer.write([{ entity: 'view', verb: 'create', id, values }], {
      message: t('about.copied', { name: readText(name), space: place.name }),
    });
    onOpenChange(false);
    go(viewHref(place.key, id));
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('about.copy')}
      description={t('about.copyText')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('record.cancel')}</Button>
          <Button variant="primary" disabled={place === undefined} onClick={copy}>
            {t('about.copyIt')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t('about.space')}
          items={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
        {place !== undefined && (
          <p className="text-ui text-muted">
            {missing.length === 0
              ? t('about.copyFits')
              : t('about.copyMissing', { names: missing.join(', '), space: place.name })}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Ids of all fields that a view shows, filters, sorts or groups by. */
function namedFields(kept: Json): readonly string[] {
  const parsed = parseQuery(kept);
  if (!parsed.ok) return [];
  const { where, order, group, columns } = parsed.value;
  const expressions = [...(where ? [where] : []), ...[...order, ...group].map(({ by }) => by)];
  return [...new Set([...columns, ...expressions.flatMap((each) => [...fieldsOf(each)])])];
}
