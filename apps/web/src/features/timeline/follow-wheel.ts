import type { RefObject } from 'react';

/** With Ctrl (and pinching on a touchpad) the wheel zooms about the pointer. The page must not zoom as well. */
export function followWheel(
  box: RefObject<HTMLElement | null>,
  zoom: (factor: number, x: number) => void,
): (() => void) | undefined {
  const element = box.current;
  if (element === null) return undefined;
  function handle(event: WheelEvent) {
    if ((!event.ctrlKey && !event.metaKey) || element === null) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * 0.003), event.clientX - element.getBoundingClientRect().left);
  }
  element.addEventListener('wheel', handle, { passive: false });
  return () => element.removeEventListener('wheel', handle);
}
