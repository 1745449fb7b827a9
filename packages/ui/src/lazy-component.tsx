import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';

/**
 * A component whose code comes when it is first wanted. Not React.lazy: a Suspense boundary holds back what has
 * arrived for up to 300 ms, which is what a person waits for a menu.
 */
export interface LazyComponent<Props> {
  /** Undefined until its code is here. */
  readonly loaded: () => ComponentType<Props> | undefined;
  readonly load: () => Promise<ComponentType<Props>>;
}

const whenIdle = new Set<() => Promise<unknown>>();

export interface LazyOptions {
  /** Fetch it once the page is idle, so that its first use is as fast as the next. */
  readonly preload: boolean;
}

export function makeLazyComponent<Props>(
  fetchCode: () => Promise<ComponentType<Props>>,
  { preload }: LazyOptions,
): LazyComponent<Props> {
  let component: ComponentType<Props> | undefined;
  async function load(): Promise<ComponentType<Props>> {
    component ??= await fetchCode();
    return component;
  }
  if (preload) whenIdle.add(load);
  return { loaded: () => component, load };
}

/** The component once it is here and was wanted; it stays for its way out and the next time. */
function useLazyComponent<Props>(
  lazy: LazyComponent<Props>,
  isWanted: boolean,
): ComponentType<Props> | undefined {
  const [, setArrived] = useState(false);
  const [wasWanted, setWasWanted] = useState(isWanted);
  if (isWanted && !wasWanted) setWasWanted(true);
  useEffect(() => {
    if (!isWanted) return;
    // Also when it has come between drawing and now: nothing else would draw it.
    lazy.load().then(
      () => setArrived(true),
      // Offline, or a new version on the server: it is asked for again when it is next wanted.
      () => setWasWanted(false),
    );
  }, [isWanted, lazy]);
  return wasWanted ? lazy.loaded() : undefined;
}

export interface LazyContentProps<Props extends object> {
  readonly lazy: LazyComponent<Props>;
  readonly isWanted: boolean;
  readonly componentProps: Props;
  /** What stands there until the code is here. */
  readonly fallback: ReactNode;
}

export function LazyContent<Props extends object>(content: LazyContentProps<Props>) {
  const Loaded = useLazyComponent(content.lazy, content.isWanted);
  return Loaded ? createElement(Loaded, content.componentProps) : content.fallback;
}

/** A popup that is loaded when it first opens. */
export function lazyWhenOpen<Props extends { readonly open: boolean }>(
  fetchCode: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const lazy = makeLazyComponent(fetchCode, { preload: true });
  return function WhenOpen(props) {
    const Loaded = useLazyComponent(lazy, props.open);
    return Loaded ? <Loaded {...props} /> : null;
  };
}

/** A control that is loaded when it is first drawn; the placeholder, which may look at its props, keeps its place. */
export function lazyInPlace<Props extends object>(
  fetchCode: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode | ((props: Props) => ReactNode),
): ComponentType<Props> {
  const lazy = makeLazyComponent(fetchCode, { preload: true });
  return function InPlace(props) {
    const fallback = typeof placeholder === 'function' ? placeholder(props) : placeholder;
    return <LazyContent lazy={lazy} isWanted componentProps={props} fallback={fallback} />;
  };
}

/** What is needed only once somebody does something: its code comes with the first of these events, or before. */
export function lazyAfter<Props extends object>(
  events: readonly string[],
  fetchCode: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const lazy = makeLazyComponent(fetchCode, { preload: true });
  return function After(props) {
    const [isWanted, setWanted] = useState(false);
    useEffect(() => {
      const want = (): void => setWanted(true);
      const options = { capture: true, passive: true } as const;
      for (const event of events) document.addEventListener(event, want, options);
      return () => {
        for (const event of events) document.removeEventListener(event, want, options);
      };
    }, []);
    return <LazyContent lazy={lazy} isWanted={isWanted} componentProps={props} fallback={null} />;
  };
}

/** Fetches everything marked for it. Call it once the page shows what the person came for. */
export function preloadLazyComponents(): void {
  for (const load of whenIdle) {
    load().catch(() => {
      // It is asked for again when it is wanted.
    });
  }
}
