/** An axis: which values it spans, where each lies, and to what a place on it is rounded. */
import { niceStep, niceTicks, roundTo } from '../../data/chart-steps.ts';

/** What an axis must know of its field. */
export interface AxisField {
  readonly kind: 'number' | 'bands';
  /** Bands: one for each option. Their values are 0, 1, 2 … */
  readonly bands: number;
  /** The field's own bounds and step, where it has them. */
  readonly least?: number | undefined;
  readonly greatest?: number | undefined;
  readonly step?: number | undefined;
}

/** Of the values there are. */
export interface Extent {
  readonly least: number;
  readonly greatest: number;
  readonly isWhole: boolean;
}

export interface AxisDomain {
  readonly from: number;
  readonly to: number;
  /** Values on the axis are multiples of it; 0 where any number may be. */
  readonly step: number;
}

/** Steps farther apart than this many to an axis are places of their own. */
const mostPlaces = 24;

export function axisDomain(field: AxisField, extent: Extent | undefined): AxisDomain {
  if (field.kind === 'bands') return { from: -0.5, to: Math.max(1, field.bands) - 0.5, step: 1 };
  const step = field.step ?? 0;
  if (field.least !== undefined && field.greatest !== undefined) {
    const span = field.greatest - field.least;
    const room = isPlaced(span, step) ? step / 2 : span * 0.04;
    return { from: field.least - room, to: field.greatest + room, step };
  }
  const { least, greatest, isWhole } = extent ?? { least: 0, greatest: 10, isWhole: true };
  // Where all are far from nothing, a start at 0 would press them together.
  const low = field.least ?? (least >= 0 && least < greatest * 0.6 ? 0 : least);
  const span = greatest - low || Math.max(1, Math.abs(greatest) * 0.2);
  const high = greatest === low ? low + span : greatest;
  const nice = niceStep(span, 5);
  const from = Math.floor(low / nice + 1e-9) * nice;
  const to = Math.ceil(high / nice - 1e-9) * nice;
  const stepped = step || (isWhole ? 1 : 0);
  const room = Math.max((to - from) * 0.04, isPlaced(to - from, stepped) ? stepped / 2 : 0);
  return { from: from - room, to: to + room, step: stepped };
}

function isPlaced(span: number, step: number): boolean {
  return step > 0 && span / step <= mostPlaces;
}

export function extentOf(values: Float64Array): Extent | undefined {
  let [least, greatest, isWhole] = [Infinity, -Infinity, true];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
    isWhole &&= Number.isInteger(value);
  }
  return least <= greatest ? { least, greatest, isWhole } : undefined;
}

/** What of the axis is in sight, as fractions of its length from its beginning on the screen. */
export interface AxisWindow {
  readonly start: number;
  readonly size: number;
}

export interface AxisScale {
  /** Pixels from where the axis begins; outside the plot where the value is out of sight. */
  readonly toPixel: (value: number) => number;
  readonly toValue: (pixel: number) => number;
  /** The nearest value that the field may have and the axis reaches. */
  readonly snap: (value: number) => number;
  /** The value one step of the keyboard away. */
  readonly stepFrom: (value: number, steps: number) => number;
  readonly ticks: readonly number[];
  /** Pixels between places that stand apart; 0 where values go on without a gap. */
  readonly placeSize: number;
  /** Bands are told apart by lines between them, not on them. */
  readonly edges: readonly number[];
  readonly isBackwards: boolean;
}

export interface ScaleOptions {
  readonly field: AxisField;
  readonly domain: AxisDomain;
  readonly window: AxisWindow;
  /** Pixels. */
  readonly length: number;
  /** The greatest value comes first on the screen: a reversed axis, or one that goes up. */
  readonly isBackwards: boolean;
  /** About how many ticks there is room for. */
  readonly ticks: number;
}

export function makeScale({ field, domain, window, length, isBackwards, ticks }: ScaleOptions): AxisScale {
  const { from, to } = domain;
  const span = to - from;
  const scale = length / window.size;
  const toPixel = (value: number): number => {
    const fraction = (value - from) / span;
    return ((isBackwards ? 1 - fraction : fraction) - window.start) * scale;
  };
  const toValue = (pixel: number): number => {
    const fraction = pixel / scale + window.start;
    return from + (isBackwards ? 1 - fraction : fraction) * span;
  };
  const ends = [toValue(0), toValue(length)].toSorted((a, b) => a - b) as [number, number];
  const seen = Math.max(ends[1] - ends[0], Number.MIN_VALUE);
  const rounding = Math.max(niceStep(seen, 200), domain.step);
  const snap = (value: number): number => clampTo(field, domain, roundTo(value, rounding));
  const stepSize = domain.step > 0 && isPlaced(span, domain.step) ? domain.step : niceStep(seen, 50);
  return {
    toPixel,
    toValue,
    snap,
    stepFrom: (value, steps) =>
      clampTo(
        field,
        domain,
        roundTo(value + steps * Math.max(stepSize, domain.step), Math.max(stepSize, domain.step)),
      ),
    ticks:
      field.kind === 'bands'
        ? bandTicks(field.bands, length / window.size)
        : niceTicks(ends[0], ends[1], ticks, Math.min(domain.step, 1)).values.filter((value) =>
            isOn(field, value),
          ),
    placeSize: domain.step > 0 ? (domain.step / span) * scale : 0,
    edges:
      field.kind === 'bands' ? Array.from({ length: Math.max(0, field.bands - 1) }, (_, at) => at + 0.5) : [],
    isBackwards,
  };
}

/** Every option has its name, unless they are closer than lines of text. */
function bandTicks(bands: number, length: number): readonly number[] {
  const every = Math.max(1, Math.ceil((16 * bands) / Math.max(1, length)));
  return Array.from({ length: Math.ceil(bands / every) }, (_, at) => at * every);
}

function clampTo(field: AxisField, domain: AxisDomain, value: number): number {
  const isBands = field.kind === 'bands';
  const least = isBands ? 0 : (field.least ?? -Infinity);
  const greatest = isBands ? Math.max(0, field.bands - 1) : (field.greatest ?? Infinity);
  const [from, to] = [Math.max(least, domain.from), Math.min(greatest, domain.to)];
  return Math.min(to, Math.max(from, value));
}

function isOn(field: AxisField, value: number): boolean {
  return value >= (field.least ?? -Infinity) && value <= (field.greatest ?? Infinity);
}
