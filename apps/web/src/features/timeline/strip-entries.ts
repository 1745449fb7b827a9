/** The menus of the timeline's strip. */
import type { Field } from '@throughline/model';
import { isColorField } from '../../data/field-color.ts';
import { formatDay, type MenuEntry } from '@throughline/ui';
import {
  TIMELINE_LOOKS,
  TIMELINE_SCALES,
  type Schema,
  type TimelineBarSetting,
  type TimelineScale,
  type TimelineSettings,
} from '@throughline/view';
import {
  barFields,
  colorField,
  isDateField,
  isLaneField,
  isRangeField,
  laneField,
  NO_FIELD,
} from '../../data/timeline-fields.ts';
import { locale, t } from '../../messages/area-t.ts';

export interface EntryParts {
  readonly schema: Schema;
  readonly settings: TimelineSettings;
  readonly setSettings: (part: Partial<TimelineSettings>) => void;
}

export function scaleEntries({
  setSettings,
  shown,
}: EntryParts & { readonly shown: TimelineScale }): readonly MenuEntry[] {
  return TIMELINE_SCALES.map((scale) => ({
    kind: 'check',
    id: scale,
    label: t(`timeline.scale.${scale}`),
    checked: scale === shown,
    onChange: () => setSettings({ scale }),
  }));
}

export function laneEntries({ schema, settings, setSettings }: EntryParts): readonly MenuEntry[] {
  const current = laneField(settings, schema);
  const none: MenuEntry = {
    kind: 'check',
    id: 'none',
    label: t('timeline.noLanes'),
    checked: current === undefined,
    onChange: () => setSettings({ lanes: null }),
  };
  return [
    none,
    ...schema.fields.filter(isLaneField).map((field) => ({
      kind: 'check' as const,
      id: field.id,
      label: field.name,
      checked: field.id === current?.id,
      onChange: () => setSettings({ lanes: field.id, folded: [] }),
    })),
  ];
}

export function colorEntries({ schema, settings, setSettings }: EntryParts): readonly MenuEntry[] {
  const current = colorField(settings, schema);
  const none: MenuEntry = {
    kind: 'check',
    id: 'none',
    label: t('timeline.noColor'),
    checked: current === undefined,
    onChange: () => setSettings({ color: NO_FIELD }),
  };
  return [
    none,
    ...schema.fields.filter(isColorField).map((field) => ({
      kind: 'check' as const,
      id: field.id,
      label: field.name,
      checked: field.id === current?.id,
      onChange: () => setSettings({ color: field.id }),
    })),
  ];
}

/** Which fields bars and diamonds stand for, and how each bar looks. */
export function barEntries({ schema, settings, setSettings }: EntryParts): readonly MenuEntry[] {
  const bars = barFields(settings, schema);
  const now: readonly TimelineBarSetting[] = bars.map(({ field, end, look }) => ({
    field: field.id,
    end: end?.id ?? null,
    look,
  }));
  const dates = schema.fields.filter(isDateField);
  const isSame = (bar: TimelineBarSetting, field: string, end: string | null) =>
    bar.field === field && bar.end === end;
  const choice = (label: string, field: string, end: string | null): MenuEntry => {
    const checked = now.some((bar) => isSame(bar, field, end));
    const rest = now.filter((bar) => !isSame(bar, field, end));
    return {
      kind: 'check',
      id: `${field} ${end}`,
      label,
      checked,
      onChange: () => setSettings({ bars: checked ? rest : [...rest, { field, end, look: 'solid' }] }),
    };
  };
  const pairs = dates.flatMap((first) =>
    dates
      .filter((second) => second !== first)
      .map((second) =>
        choice(t('timeline.pair', { start: first.name, end: second.name }), first.id, second.id),
      ),
  );
  const lookMenus = now.map((bar, at): MenuEntry => ({
    kind: 'submenu',
    id: `look ${at}`,
    label: t('timeline.look', { name: bars[at]?.field.name ?? '' }),
    entries: TIMELINE_LOOKS.map((look) => ({
      kind: 'check',
      id: look,
      label: t(`timeline.look.${look}`),
      checked: bar.look === look,
      onChange: () =>
        setSettings({ bars: now.map((each, index) => (index === at ? { ...each, look } : each)) }),
    })),
  }));
  const fields = schema.fields.filter((field) => isRangeField(field) || isDateField(field));
  return [
    {
      kind: 'group',
      id: 'bars',
      label: t('timeline.bar'),
      entries: fields.map((field) => choice(field.name, field.id, null)),
    },
    ...(pairs.length > 0
      ? [{ kind: 'submenu', id: 'pairs', label: t('timeline.barPair'), entries: pairs } as const]
      : []),
    { kind: 'separator', id: 'after-bars' },
    ...lookMenus,
    ...(dates.length > 0
      ? [
          {
            kind: 'group',
            id: 'milestones',
            label: t('timeline.milestones'),
            entries: dates.map((field) => milestoneEntry(field, { settings, setSettings })),
          } as const,
        ]
      : []),
  ];
}

function milestoneEntry(field: Field, { settings, setSettings }: Omit<EntryParts, 'schema'>): MenuEntry {
  const { milestones } = settings;
  const checked = milestones.includes(field.id);
  return {
    kind: 'check',
    id: `milestone ${field.id}`,
    label: field.name,
    checked,
    onChange: () =>
      setSettings({
        milestones: checked ? milestones.filter((id) => id !== field.id) : [...milestones, field.id],
      }),
  };
}

interface MoreParts extends EntryParts {
  readonly openDialog: (dialog: 'markers' | 'baseline') => void;
}

export function moreEntries({ schema, settings, setSettings, openDialog }: MoreParts): readonly MenuEntry[] {
  const { labels, dependencies, connections, fiscalStart, baseline } = settings;
  const months = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const linked = schema.fields.filter(({ type }) => type === 'relation');
  return [
    {
      kind: 'group',
      id: 'labels',
      label: t('timeline.labels'),
      entries: (['inside', 'beside'] as const).map((place) => ({
        kind: 'check',
        id: place,
        label: t(`timeline.labels.${place}`),
        checked: labels === place,
        onChange: () => setSettings({ labels: place }),
      })),
    },
    {
      kind: 'group',
      id: 'connections',
      label: t('timeline.connections'),
      entries: [
        {
          kind: 'check',
          id: 'blocks',
          label: t('timeline.dependencies'),
          checked: dependencies,
          onChange: () => setSettings({ dependencies: !dependencies }),
        },
        ...linked.map(({ id, name }): MenuEntry => {
          const checked = connections.includes(id);
          const next = checked ? connections.filter((each) => each !== id) : [...connections, id];
          return {
            kind: 'check',
            id,
            label: name,
            checked,
            onChange: () => setSettings({ connections: next }),
          };
        }),
      ],
    },
    { kind: 'separator', id: 'after-connections' },
    {
      kind: 'submenu',
      id: 'fiscal',
      label: t('timeline.fiscalStart'),
      entries: Array.from({ length: 12 }, (_, month) => ({
        kind: 'check',
        id: String(month),
        label: months.format(new Date(Date.UTC(2024, month, 1))),
        checked: fiscalStart === month + 1,
        onChange: () => setSettings({ fiscalStart: month + 1 }),
      })),
    },
    { kind: 'action', id: 'markers', label: t('timeline.markers'), onSelect: () => openDialog('markers') },
    {
      kind: 'action',
      id: 'baseline',
      onSelect: () => openDialog('baseline'),
      label:
        baseline === null
          ? t('timeline.baseline')
          : t('timeline.baselineOf', { day: formatDay(baseline, locale, '') }),
    },
  ];
}
