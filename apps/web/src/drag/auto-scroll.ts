import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { scrollStep } from './scroll-step.ts';

/** Scrolls the box while something is dragged near its edges. Returns the way to stop. */
export function autoScroll(
  box: HTMLElement,
  axis: 'x' | 'y',
  isMeant: (data: Record<string | symbol, unknown>) => boolean,
): () => void {
  let frame = 0;
  let pointer = { clientX: 0, clientY: 0 };

  function step() {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const isOver =
      pointer.clientX >= left &&
      pointer.clientX <= right &&
      pointer.clientY >= top &&
      pointer.clientY <= bottom;
    if (isOver && axis === 'x') box.scrollLeft += scrollStep(pointer.clientX, left, right);
    if (isOver && axis === 'y') box.scrollTop += scrollStep(pointer.clientY, top, bottom);
    frame = requestAnimationFrame(step);
  }
  const stop = monitorForElements({
    canMonitor: ({ source }) => isMeant(source.data),
    onDragStart: ({ location }) => {
      pointer = location.current.input;
      frame = requestAnimationFrame(step);
    },
    onDrag: ({ location }) => {
      pointer = location.current.input;
    },
    onDrop: () => cancelAnimationFrame(frame),
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
  };
}
