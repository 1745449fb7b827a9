/** The scene of the plot, made anew only where what it is made of has changed. */
import type { Field } from '@throughline/model';
import type { MatrixSettings } from '@throughline/view';
import { useCallback, useMemo, useState } from 'react';
import { scaleOf, type MatrixFields } from '../../data/matrix-fields.ts';
import type { MatrixPoints } from '../../data/matrix-model.ts';
import { axisDomain, extentOf, type AxisField } from './axis-scale.ts';
import {
  makeScene,
  wholePlot,
  type PlotAxis,
  type PlotSize,
  type PlotWindow,
  type Scene,
} from './matrix-scene.ts';

export interface SceneParts {
  readonly points: MatrixPoints;
  readonly fields: MatrixFields;
  readonly settings: MatrixSettings;
  readonly chosen: ReadonlySet<number>;
}

export interface ShownScene {
  readonly scene: Scene;
  readonly axes: { readonly x: PlotAxis; readonly y: PlotAxis };
  readonly window: PlotWindow;
  readonly setWindow: (window: PlotWindow) => void;
  /** Give it to the plot's element: the scene is as large. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
}

export function useScene({ points, fields, settings, chosen }: SceneParts): ShownScene {
  const [size, setSize] = useState<PlotSize>({ width: 0, height: 0 });
  const [window, setWindow] = useState(wholePlot);
  const x = usePlotAxis(fields.x, points.x, settings.x.isReversed);
  const y = usePlotAxis(fields.y, points.y, settings.y.isReversed);
  const scene = useMemo(
    () => makeScene({ points, x, y, size, window, chosen }),
    [points, x, y, size, window, chosen],
  );
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { scene, axes: { x, y }, window, setWindow, measure };
}

function usePlotAxis(field: Field, values: Float64Array, isReversed: boolean): PlotAxis {
  return useMemo(() => {
    const along = axisField(field);
    return { field: along, domain: axisDomain(along, extentOf(values)), isReversed };
  }, [field, values, isReversed]);
}

function axisField(field: Field): AxisField {
  const { options } = field.config;
  return options ? { kind: 'bands', bands: options.length } : { kind: 'number', bands: 0, ...scaleOf(field) };
}
