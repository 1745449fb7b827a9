import type { Field } from '@throughline/model';
import type { QuadrantNames } from '@throughline/view';
import { Button, NumberField, Popover, Switch, TextField } from '@throughline/ui';
import { Grid2x2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../messages/area-t.ts';
import { cornerLabels } from './quadrant-names.tsx';

export interface LinesPopoverProps {
  readonly fields: { readonly x: Field; readonly y: Field };
  readonly hasLines: boolean;
  readonly lines: { readonly x: number; readonly y: number };
  /** As drawn. */
  readonly names: QuadrantNames;
  readonly onShow: (hasLines: boolean) => void;
  readonly onLine: (axis: 'x' | 'y', value: number | null) => void;
  readonly onMiddle: () => void;
  readonly onName: (corner: number, name: string) => void;
}

/** The lines to type, beside the plot where they are dragged. */
export function LinesPopover(props: LinesPopoverProps) {
  const { fields, hasLines, lines, names, onShow, onLine, onMiddle, onName } = props;
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('matrix.lines')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" variant="quiet" icon={<Grid2x2 size={14} />}>
          {t('matrix.lines')}
        </Button>
      }
    >
      <div className="flex w-72 flex-col gap-3 p-3">
        <Switch label={t('matrix.showLines')} checked={hasLines} onChange={onShow} />
        {hasLines && (
          <>
            {(['x', 'y'] as const).map((axis) => (
              <NumberField
                key={axis}
                label={t('matrix.lineAt', { name: fields[axis].name })}
                value={shown(lines[axis], fields[axis])}
                onChange={(value) => onLine(axis, value === null ? null : kept(value, fields[axis]))}
              />
            ))}
            <div className="grid grid-cols-2 gap-2">
              {cornerLabels.map((label, corner) => (
                <NameField
                  key={label}
                  label={t(label)}
                  name={names[corner] ?? ''}
                  onName={(name) => onName(corner, name)}
                />
              ))}
            </div>
            <Button size="small" onClick={onMiddle}>
              {t('matrix.toMiddle')}
            </Button>
          </>
        )}
      </div>
    </Popover>
  );
}

interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** Kept when it is left, not at every key. */
function NameField({ label, name, onName }: NameFieldProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <TextField
      label={label}
      value={draft ?? name}
      maxLength={60}
      onChange={setDraft}
      onBlur={() => {
        if (draft !== undefined && draft.trim() !== name) onName(draft.trim());
        setDraft(undefined);
      }}
    />
  );
}

/** Options are counted from 1 where people type: 2.5 is between the second and the third. */
function shown(value: number, { config }: Field): number {
  return config.options ? value + 1 : value;
}

function kept(value: number, { config }: Field): number {
  return config.options ? value - 1 : value;
}
