import { parseStabilitySettings } from '@throughline/decide';
import type { Field } from '@throughline/model';
import { useWorkspace } from '../data/data-context.ts';
import { makeRecordValues } from '../data/record-values.ts';
import { StabilityDialog } from '../features/decide/stability-panel.tsx';
import { readText } from '../fields/read-value.ts';
import { stabilityRequest } from '../frame/stability-request.ts';
import type { SpaceView } from './use-space-view.ts';

export interface StabilityPanelProps {
  readonly open: boolean;
  readonly view: SpaceView;
}

/** How sure the ranking of the view shown is. */
export function StabilityPanel({ open, view }: StabilityPanelProps) {
  const data = useWorkspace();
  const asked = stabilityRequest.useAsked();
  const formula = rankingFormula(view, asked?.fieldId);
  const settings = parseStabilitySettings(view.settings.stability);
  if (formula === undefined) return null;
  const { source } = view;
  return (
    <StabilityDialog
      key={`${view.view?.id} ${formula.id}`}
      open={open}
      onClose={stabilityRequest.close}
      ranking={{
        store: source.store(),
        query: view.shown.query,
        context: makeRecordValues(data, source).context(),
        formula,
      }}
      settings={settings}
      onSettings={(part) =>
        view.setSettings({ stability: JSON.parse(JSON.stringify({ ...settings, ...part })) })
      }
      titleOf={(id) => data.titles.titleOf(id) ?? ''}
      onOpen={(id) => {
        stabilityRequest.close();
        view.changeSearch({ open: readText(data.hub.get(source.entity, id)?.['key']) || id });
      }}
    />
  );
}

/** The one asked for, else the one the view is sorted by, else the first that is shown. */
function rankingFormula({ schema, shown, columns }: SpaceView, asked: string | undefined): Field | undefined {
  const sorted = shown.query.order.flatMap(({ by }) => (by.type === 'field' ? [by.field] : []));
  const candidates = [asked, ...sorted, ...columns.map(({ field }) => field.id)];
  const id = candidates.find((each) => each !== undefined && schema.formula(each) !== undefined);
  return id === undefined ? undefined : schema.field(id);
}
