import { Banner } from '@throughline/ui';
import type { Refusal } from './refusal.ts';

export function RefusalBanner({ refusal }: { readonly refusal: Refusal | undefined }) {
  if (refusal === undefined) return null;
  return (
    <div className="overflow-hidden rounded-md">
      <Banner tone="danger">
        <p className="font-medium">{refusal.message}</p>
        <p>{refusal.fix}</p>
      </Banner>
    </div>
  );
}
