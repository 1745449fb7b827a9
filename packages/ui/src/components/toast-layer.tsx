import { useSyncExternalStore } from 'react';
import { lazyWhenOpen } from '../lazy-component.tsx';
import { areToastsWanted, onToastsWanted } from './toast.ts';

const ToastViewport = lazyWhenOpen<{ readonly open: boolean }>(
  async () => (await import('./toast-viewport.tsx')).ToastViewport,
);

/** The one place toasts appear. Mount once; it is loaded when the first toast is shown, or before. */
export function ToastLayer() {
  return <ToastViewport open={useSyncExternalStore(onToastsWanted, areToastsWanted)} />;
}
