import { canTakeScreen, drawFile, encodePicture, takeScreen } from './draw-picture.ts';
import { element } from './element.ts';
import type { WidgetTexts } from './widget-calls.ts';

export type PictureField = {
  readonly node: HTMLElement;
  /** Empty when none is sent along. */
  readonly read: () => string;
};

/** Nothing is taken before the box is ticked, and what was taken is shown before it is sent. */
export function makePictureField(
  words: WidgetTexts,
  withoutPanel: (take: () => Promise<void>) => Promise<void>,
): PictureField {
  const box = element('input', { type: 'checkbox' });
  const canvas = element('canvas', { hidden: true, role: 'img', ariaLabel: words.pictureOf });
  const file = element('input', { type: 'file', accept: 'image/*' });
  const choice = element('label', { className: 'field', hidden: true }, words.choosePicture, file);
  const show = (isThere: boolean): void => {
    canvas.hidden = !isThere;
  };
  box.addEventListener('change', () => {
    show(false);
    file.value = '';
    choice.hidden = !box.checked;
    if (!box.checked || !canTakeScreen()) return;
    // Refused in the browser's dialog: a picture can still be chosen.
    withoutPanel(() => takeScreen(canvas)).then(
      () => show(box.checked),
      () => show(false),
    );
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    drawFile(canvas, chosen).then(
      () => show(box.checked),
      () => show(false),
    );
  });
  return {
    node: element(
      'div',
      {},
      element('label', { className: 'check' }, box, words.sendPicture),
      choice,
      canvas,
    ),
    read: () => (box.checked && !canvas.hidden ? encodePicture(canvas) : ''),
  };
}
