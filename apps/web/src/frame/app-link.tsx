import { createContext, useContext, type ComponentPropsWithoutRef } from 'react';

export type Navigate = (href: string) => void;

/** How links change the page; the router sets it, and a gallery without a router leaves the browser to it. */
export const NavigateContext = createContext<Navigate | undefined>(undefined);

export function useNavigateTo(): Navigate {
  const navigate = useContext(NavigateContext);
  return navigate ?? ((href) => location.assign(href));
}

/** A plain link that goes through the router: middle clicks, new tabs and copying keep working. */
export function AppLink({
  href,
  onClick,
  children,
  ...rest
}: ComponentPropsWithoutRef<'a'> & { readonly href: string }) {
  const navigate = useContext(NavigateContext);
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !navigate || event.button !== 0) return;
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        navigate(href);
      }}
    >
      {children}
    </a>
  );
}
