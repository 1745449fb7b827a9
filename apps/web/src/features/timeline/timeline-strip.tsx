import { Button, IconButton, lazyWhenOpen, Menu } from '@throughline/ui';
import type { Schema, TimelineSettings } from '@throughline/view';
import { CalendarOff, ChartGantt, Minus, Palette, Plus, Rows3, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { colorField, laneField } from '../../data/timeline-fields.ts';
import type { Scale } from '../../data/timeline-scale.ts';
import { t } from '../../messages/area-t.ts';
import type { BaselineDialogProps } from './baseline-dialog.tsx';
import type { MarkersDialogProps } from './markers-dialog.tsx';
import { barEntries, colorEntries, laneEntries, moreEntries, scaleEntries } from './strip-entries.ts';

const MarkersDialog = lazyWhenOpen<MarkersDialogProps>(
  async () => (await import('./markers-dialog.tsx')).MarkersDialog,
);
const BaselineDialog = lazyWhenOpen<BaselineDialogProps>(
  async () => (await import('./baseline-dialog.tsx')).BaselineDialog,
);

export interface StripProps {
  readonly schema: Schema;
  readonly settings: TimelineSettings;
  readonly setSettings: (part: Partial<TimelineSettings>) => void;
  readonly scale: Scale;
  readonly onStep: (by: 1 | -1) => void;
  readonly onToday: () => void;
  readonly unscheduled: number;
}

/** What the timeline shows and how, in one thin line below the view's own. */
export function TimelineStrip(props: StripProps) {
  const { schema, settings, setSettings, scale, onStep, onToday, unscheduled } = props;
  const [dialog, setDialog] = useState<'markers' | 'baseline'>();
  const lanes = laneField(settings, schema);
  const color = colorField(settings, schema);
  const parts = { schema, settings, setSettings };
  return (
    <div
      role="toolbar"
      aria-label={t('timeline.tools')}
      className="flex h-9 shrink-0 items-center gap-0.5 overflow-x-auto border-b px-3 [scrollbar-width:none]"
    >
      <Menu
        entries={scaleEntries({ ...parts, shown: scale.name })}
        trigger={
          <Button size="small" variant="quiet">
            {t(`timeline.scale.${scale.name}`)}
          </Button>
        }
      />
      <IconButton
        size="small"
        label={t('timeline.zoomOut')}
        shortcut="-"
        icon={<Minus size={14} />}
        onClick={() => onStep(-1)}
      />
      <IconButton
        size="small"
        label={t('timeline.zoomIn')}
        shortcut="+"
        icon={<Plus size={14} />}
        onClick={() => onStep(1)}
      />
      <Button size="small" variant="quiet" shortcut="t" tooltip={t('timeline.goToday')} onClick={onToday}>
        {t('timeline.today')}
      </Button>
      <span aria-hidden className="mx-1 h-4 border-l" />
      <Menu
        entries={barEntries(parts)}
        trigger={
          <Button size="small" variant="quiet" icon={<ChartGantt size={14} />}>
            {t('timeline.bars')}
          </Button>
        }
      />
      <Menu
        entries={laneEntries(parts)}
        trigger={
          <Button size="small" variant="quiet" icon={<Rows3 size={14} />}>
            {lanes ? t('timeline.lanesBy', { name: lanes.name }) : t('timeline.lanes')}
          </Button>
        }
      />
      <Menu
        entries={colorEntries(parts)}
        trigger={
          <Button size="small" variant="quiet" icon={<Palette size={14} />}>
            {color ? t('timeline.colorBy', { name: color.name }) : t('timeline.color')}
          </Button>
        }
      />
      <Menu
        entries={moreEntries({ ...parts, openDialog: setDialog })}
        trigger={
          <Button size="small" variant="quiet" icon={<Settings2 size={14} />}>
            {t('timeline.more')}
          </Button>
        }
      />
      <Button
        size="small"
        variant="quiet"
        className="ml-auto"
        icon={<CalendarOff size={14} />}
        aria-pressed={settings.tray}
        onClick={() => setSettings({ tray: !settings.tray })}
      >
        {t('timeline.unscheduled', { count: unscheduled })}
      </Button>
      <MarkersDialog
        open={dialog === 'markers'}
        onClose={() => setDialog(undefined)}
        markers={settings.markers}
        onChange={(markers) => setSettings({ markers })}
      />
      <BaselineDialog
        open={dialog === 'baseline'}
        onClose={() => setDialog(undefined)}
        day={settings.baseline}
        onChange={(baseline) => setSettings({ baseline })}
      />
    </div>
  );
}
