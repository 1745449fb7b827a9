import { lazyInPlace } from '@throughline/ui';
import type { InlineInputProps } from './inline-box.tsx';

/** The text box of a cell, whose code comes when a cell is first edited, or before. */
export const InlineInput = lazyInPlace<InlineInputProps>(
  async () => (await import('./inline-box.tsx')).InlineBox,
  <span className="block h-8 min-w-0" />,
);
