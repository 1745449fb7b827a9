/** A placeholder with the final size of what is coming. Give it that size by class name. */
export function Skeleton({ className }: { readonly className: string }) {
  return (
    <span
      aria-hidden
      className={`block animate-pulse rounded-sm bg-hover motion-reduce:animate-none ${className}`}
    />
  );
}
