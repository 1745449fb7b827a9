import { locale } from '../../messages/area-t.ts';

const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });

/** Of a share from 0 to 1; what only nearly happens always or never is not called 100 % or 0 %. */
export function asPercent(share: number): string {
  if (share > 0 && share < 0.005) return `< ${whole.format(0.01)}`;
  if (share < 1 && share > 0.995) return `> ${whole.format(0.99)}`;
  return whole.format(share);
}
