/** How a chart looks in the theme that is shown. */
import type { TokenColor } from '../../theme/token-colors.ts';
import type { ChartKey } from '../../data/chart-keys.ts';

/** Neighbours differ in lightness as well as in hue, so that they are told apart without colour vision. */
const palette = ['blue', 'amber', 'teal', 'pink', 'sky', 'brown', 'violet', 'lime', 'red', 'green', 'orange'];

export function keyColor(color: TokenColor, key: ChartKey, at: number): string {
  if (key.key === 'null') return color('option-gray-mark');
  return color(`option-${key.color ?? palette[at % palette.length] ?? 'gray'}-mark`);
}

export const fontFamily = '"Inter Variable", system-ui, sans-serif';

/** Parts that all charts with two axes share. */
export function axisLook(color: TokenColor) {
  return {
    text: { color: color('muted'), fontFamily, fontSize: 12 },
    line: { lineStyle: { color: color('line-strong') } },
    split: { lineStyle: { color: color('line') } },
    tooltip: {
      renderMode: 'richText' as const,
      backgroundColor: color('overlay'),
      borderColor: color('line-strong'),
      textStyle: { color: color('ink'), fontFamily, fontSize: 12 },
      confine: true,
      transitionDuration: 0,
    },
  };
}
