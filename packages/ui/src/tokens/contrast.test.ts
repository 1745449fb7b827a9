import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { colorFromName, optionColors, parseOptionColor } from './option-color.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark'] as const;

function readToken(name: string, theme: (typeof themes)[number]): string {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1] ?? '';
  const pair = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value);
  return (theme === 'light' ? pair?.[1] : pair?.[2]) ?? value;
}

const texts: ReadonlyArray<readonly [text: string, grounds: readonly string[]]> = [
  ['ink', ['canvas', 'sunken', 'raised', 'overlay', 'hover', 'pressed', 'accent-soft']],
  ['muted', ['canvas', 'sunken', 'raised', 'overlay', 'hover', 'pressed', 'accent-soft']],
  ['faint', ['canvas', 'sunken', 'raised', 'overlay', 'hover']],
  ['accent-text', ['canvas', 'sunken', 'overlay', 'hover', 'accent-soft']],
  ['on-accent', ['accent', 'accent-hover', 'danger-solid', 'danger-solid-hover']],
  ...['danger', 'warning', 'success', 'info'].map(
    (status) => [status, ['canvas', 'sunken', 'overlay', `${status}-soft`]] as const,
  ),
  ...optionColors.map((color) => [`option-${color}-text`, [`option-${color}-fill`]] as const),
];

const marks: ReadonlyArray<readonly [mark: string, grounds: readonly string[]]> = [
  ['control-line', ['canvas', 'sunken', 'overlay']],
  ['focus', ['canvas', 'sunken', 'overlay', 'hover']],
  ['accent-line', ['canvas', 'sunken', 'overlay']],
  ['star', ['canvas', 'overlay']],
  ...optionColors.map((color) => [`option-${color}-mark`, ['canvas', 'sunken', 'overlay']] as const),
];

function failures(pairs: typeof texts, theme: (typeof themes)[number], least: number): string[] {
  return pairs.flatMap(([front, grounds]) =>
    grounds.flatMap((ground) => {
      const ratio = contrastRatio(readToken(front, theme), readToken(ground, theme));
      return ratio >= least ? [] : [`${front} on ${ground}: ${ratio.toFixed(2)}`];
    }),
  );
}

describe.each(themes)('in the %s theme', (theme) => {
  test('text keeps 4.5:1 on every ground it is used on', () => {
    expect(failures(texts, theme, 4.5)).toEqual([]);
  });

  test('marks keep 3:1', () => {
    expect(failures(marks, theme, 3)).toEqual([]);
  });
});

test('black on white is 21:1', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
});

test('a colour from a newer version reads as gray, and a name always gets the same colour', () => {
  expect(parseOptionColor('ultraviolet')).toBe('gray');
  expect(colorFromName('Ada Lovelace')).toBe(colorFromName('Ada Lovelace'));
});
