/** The address of the page, kept in step with the browser's. */
export interface Address {
  readonly pathname: string;
  /** From `?` on, as it stands in the address. */
  readonly search: string;
  /** What the app needs to come here again. */
  readonly href: string;
}

export interface GoOptions {
  /** Takes the place of the address that is shown: "back" then leads to the one before. */
  readonly replace?: boolean;
}

export interface AddressBar {
  /** The same object until it changes. */
  readonly current: () => Address;
  readonly go: (href: string, options?: GoOptions) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeAddressBar(window: Window): AddressBar {
  const listeners = new Set<() => void>();
  let address = read(window.location);

  function changed(): void {
    address = read(window.location);
    for (const listener of listeners) listener();
  }
  window.addEventListener('popstate', changed);
  return {
    current: () => address,
    go: (href, { replace = false } = {}) => {
      if (replace || href === address.href) window.history.replaceState(null, '', href);
      else window.history.pushState(null, '', href);
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read({ pathname, search }: Location): Address {
  return { pathname, search, href: pathname + search };
}
