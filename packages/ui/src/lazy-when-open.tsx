import { lazy, Suspense, useState, type ComponentType } from 'react';

/**
 * A popup whose code comes when it first opens, and stays for its way out and the next time. What is closed
 * on most visits does not belong into the first load.
 */
export function lazyWhenOpen<Props extends { readonly open: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Loaded: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return function WhenOpen(props) {
    const [wasOpen, setWasOpen] = useState(props.open);
    if (props.open && !wasOpen) setWasOpen(true);
    if (!props.open && !wasOpen) return null;
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
