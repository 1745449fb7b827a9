/** Toasts from anywhere, also outside React. What is shown before their code is here waits for it. */

export interface ToastOptions {
  readonly title: string;
  readonly text?: string;
  /** Failures stay until closed and are announced at once. */
  readonly tone?: 'plain' | 'success' | 'failure';
  readonly undo?: () => void;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Shows one and answers the way to close it. */
export type ToastShower = (options: ToastOptions) => () => void;

interface WaitingToast {
  readonly options: ToastOptions;
  readonly shown: (close: () => void) => void;
}

const aFrameMs = 20;

let show: ToastShower | undefined;
let waiting: readonly WaitingToast[] = [];
const wantedListeners = new Set<() => void>();

/** Shows a toast. Returns the way to close it. */
export function showToast(options: ToastOptions): () => void {
  let close: (() => void) | undefined;
  let isClosed = false;
  const toast: WaitingToast = {
    options,
    shown: (closeShown) => {
      close = closeShown;
      if (isClosed) closeShown();
    },
  };
  waiting = [...waiting, toast];
  // What was done is drawn first: a toast is measured when it appears, and that takes a part of the frame.
  setTimeout(showWaiting, aFrameMs);
  return () => {
    isClosed = true;
    close?.();
  };
}

export function areToastsWanted(): boolean {
  return waiting.length > 0;
}

export function onToastsWanted(listener: () => void): () => void {
  wantedListeners.add(listener);
  return () => wantedListeners.delete(listener);
}

function showWaiting(): void {
  for (const listener of wantedListeners) listener();
  if (show === undefined) return;
  const shower = show;
  for (const { options, shown } of waiting) shown(shower(options));
  waiting = [];
}

/** The place where toasts appear is here: those that waited are shown, and all that follow. */
export function startToasts(shower: ToastShower): () => void {
  show = shower;
  showWaiting();
  return () => {
    show = undefined;
  };
}
