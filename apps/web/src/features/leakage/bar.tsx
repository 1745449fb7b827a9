/** A share from 0 to 1 as a line; the figure stands beside it. */
export function Bar({ share }: { readonly share: number }) {
  return (
    <span aria-hidden className="mt-0.5 block h-1 rounded-sm bg-sunken">
      <span
        className="block h-full rounded-sm bg-accent-line"
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </span>
  );
}
