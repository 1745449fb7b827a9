import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export type BannerTone = 'info' | 'success' | 'warning' | 'danger';

export interface BannerProps {
  readonly tone: BannerTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

const looks: Record<BannerTone, { readonly color: string; readonly Icon: typeof Info }> = {
  info: { color: 'bg-info-soft text-info', Icon: Info },
  success: { color: 'bg-success-soft text-success', Icon: CircleCheck },
  warning: { color: 'bg-warning-soft text-warning', Icon: TriangleAlert },
  danger: { color: 'bg-danger-soft text-danger', Icon: CircleAlert },
};

export function Banner({ tone, children, action }: BannerProps) {
  const { color, Icon } = looks[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames('flex min-h-8 items-center gap-2 px-3 py-1 text-ui', color)}
    >
      <Icon size={15} className="shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
