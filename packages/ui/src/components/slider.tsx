import { Slider as Base } from '@base-ui/react/slider';
import { useFocusOnMount } from './use-focus-on-mount.ts';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Called once, when the thumb is let go. */
  readonly onCommit?: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly disabled?: boolean;
  readonly focusOnMount?: boolean;
}

export function Slider(props: SliderProps) {
  const {
    label,
    value,
    onChange,
    onCommit,
    min = 0,
    max = 100,
    step = 1,
    disabled = false,
    focusOnMount = false,
  } = props;
  const thumb = useFocusOnMount<HTMLInputElement>(focusOnMount);
  return (
    <Base.Root
      value={value}
      onValueChange={onChange}
      {...(onCommit && { onValueCommitted: onCommit })}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      className="w-full data-disabled:opacity-50"
    >
      <Base.Control className="flex h-6 w-full touch-none items-center select-none">
        <Base.Track className="h-1 w-full rounded-full bg-line-strong">
          <Base.Indicator className="rounded-full bg-accent" />
          <Base.Thumb
            inputRef={thumb}
            aria-label={label}
            className="size-4 rounded-full border-2 border-accent bg-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
