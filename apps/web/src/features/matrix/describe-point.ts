/** Points in words: for those who hear them, for toasts, and while they move. */
import type { MatrixFields } from '../../data/matrix-fields.ts';
import type { MatrixModel, MatrixPoints } from '../../data/matrix-model.ts';
import { t } from '../../messages/area-t.ts';
import type { Moving } from './moving.ts';

interface Texts {
  readonly model: MatrixModel;
  readonly fields: MatrixFields;
}

function valueTexts(
  { model, fields }: Texts,
  values: { x: number | undefined; y: number | undefined },
): string {
  return (['x', 'y'] as const)
    .flatMap((axis) => {
      const value = values[axis];
      if (value === undefined || Number.isNaN(value)) return [];
      return [t('matrix.value', { name: fields[axis].name, value: model.format(fields[axis], value) })];
    })
    .join(' · ');
}

export function describePoint(texts: Texts, points: MatrixPoints, point: number): string {
  const id = points.ids[point];
  if (id === undefined) return '';
  const values = valueTexts(texts, { x: points.x[point], y: points.y[point] });
  return t('matrix.moved', { title: texts.model.title(id), values });
}

/** With a title, all that is to be known; without, the two values. */
export function describeMoving(texts: Texts, { x, y }: Moving, title?: string): string {
  const values = valueTexts(texts, { x, y });
  return title === undefined ? values : t('matrix.moving', { title, values });
}

export function moveMessage(texts: Texts, moving: Moving, count: number): string {
  if (count > 1) return t('matrix.movedMany', { count });
  return t('matrix.moved', { title: texts.model.title(moving.id), values: valueTexts(texts, moving) });
}
