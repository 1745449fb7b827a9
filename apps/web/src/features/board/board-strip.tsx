import { Button, Menu, type MenuEntry } from '@throughline/ui';
import type { Field } from '@throughline/model';
import type { BoardSettings, Schema } from '@throughline/view';
import { Columns3, LayoutList, Palette, Rows3, Sigma } from 'lucide-react';
import { isBoardField, isLaneField, isSumField } from '../../data/board-columns.ts';
import { isColorField } from '../../data/field-color.ts';
import { t } from '../../messages/area-t.ts';

export interface BoardStripProps {
  readonly schema: Schema;
  readonly by: Field | undefined;
  /** Fields that cards show while nobody has chosen. */
  readonly shown: readonly string[];
  readonly settings: BoardSettings;
  readonly setSettings: (part: Partial<BoardSettings>) => void;
  readonly setColumnsBy: (field: Field) => void;
}

/** What the board shows and how, in one thin line below the view's own. */
export function BoardStrip(props: BoardStripProps) {
  const { schema, by, settings, setSettings, setColumnsBy } = props;
  const named = (id: string | null): Field | undefined => (id === null ? undefined : schema.field(id));
  const lanes = named(settings.lanes);
  const color = named(settings.color);
  const sum = named(settings.sum);
  return (
    <div
      role="toolbar"
      aria-label={t('board.tools')}
      className="flex h-9 shrink-0 items-center gap-0.5 overflow-x-auto border-b px-3 [scrollbar-width:none]"
    >
      <Menu
        entries={[
          ...schema.fields.filter(isBoardField).map((field) => choice(field, by, () => setColumnsBy(field))),
          { kind: 'separator', id: 'after-fields' },
          {
            kind: 'check',
            id: 'empty',
            label: t('board.hideEmpty'),
            checked: settings.hideEmpty,
            onChange: () => setSettings({ hideEmpty: !settings.hideEmpty }),
          },
        ]}
        trigger={
          <Button size="small" variant="quiet" icon={<Columns3 size={14} />}>
            {by ? t('board.columnsBy', { name: by.name }) : t('board.columns')}
          </Button>
        }
      />
      <Menu
        entries={[
          nothing(t('board.noLanes'), lanes, () => setSettings({ lanes: null })),
          ...schema.fields
            .filter((field) => isLaneField(field) && field.id !== by?.id)
            .map((field) => choice(field, lanes, () => setSettings({ lanes: field.id }))),
        ]}
        trigger={
          <Button size="small" variant="quiet" icon={<Rows3 size={14} />}>
            {lanes ? t('board.lanesBy', { name: lanes.name }) : t('board.lanes')}
          </Button>
        }
      />
      <Menu
        entries={cardEntries(props)}
        trigger={
          <Button size="small" variant="quiet" icon={<LayoutList size={14} />}>
            {t('board.cardLook')}
          </Button>
        }
      />
      <Menu
        entries={[
          nothing(t('board.noColor'), color, () => setSettings({ color: null })),
          ...schema.fields
            .filter(isColorField)
            .map((field) => choice(field, color, () => setSettings({ color: field.id }))),
        ]}
        trigger={
          <Button size="small" variant="quiet" icon={<Palette size={14} />}>
            {color ? t('board.colorBy', { name: color.name }) : t('board.color')}
          </Button>
        }
      />
      <Menu
        entries={[
          nothing(t('board.noSum'), sum, () => setSettings({ sum: null })),
          ...schema.fields
            .filter(isSumField)
            .map((field) => choice(field, sum, () => setSettings({ sum: field.id }))),
        ]}
        trigger={
          <Button size="small" variant="quiet" icon={<Sigma size={14} />}>
            {sum ? t('board.sumOf', { name: sum.name }) : t('board.sum')}
          </Button>
        }
      />
    </div>
  );
}

function choice(field: Field, current: Field | undefined, onChange: () => void): MenuEntry {
  return { kind: 'check', id: field.id, label: field.name, checked: field.id === current?.id, onChange };
}

function nothing(label: string, current: Field | undefined, onChange: () => void): MenuEntry {
  return { kind: 'check', id: 'none', label, checked: current === undefined, onChange };
}

const unshown = ['title', 'key', 'description', 'rank'];

function cardEntries({ schema, by, shown, settings, setSettings }: BoardStripProps): readonly MenuEntry[] {
  const chosen = settings.fields ?? shown;
  const fields = schema.fields.filter(
    ({ id, type }) => !unshown.includes(id) && id !== by?.id && type !== 'data',
  );
  return [
    {
      kind: 'group',
      id: 'look',
      label: t('board.cardLook'),
      entries: (['detailed', 'compact'] as const).map((card) => ({
        kind: 'check',
        id: card,
        label: t(`board.card.${card}`),
        checked: settings.card === card,
        onChange: () => setSettings({ card }),
      })),
    },
    {
      kind: 'group',
      id: 'fields',
      label: t('board.cardFields'),
      entries: fields.map(({ id, name }) => ({
        kind: 'check',
        id,
        label: name,
        checked: chosen.includes(id),
        onChange: (checked) =>
          setSettings({ fields: checked ? [...chosen, id] : chosen.filter((each) => each !== id) }),
      })),
    },
  ];
}
