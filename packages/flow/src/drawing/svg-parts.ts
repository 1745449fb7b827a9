/** Pieces of SVG that every drawing is made of. */
import type { Point } from './diagram.ts';

/** Inter where it is, else what the system has. */
export const FONT = "Inter, 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif";

export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What a line of text takes at most, on average letters; there is nothing to measure with here. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text)
    width += /[\u1100-\uffff]/.test(letter) ? 1 : /[A-Z@MWmw_]/.test(letter) ? 0.71 : 0.56;
  return width * size;
}

/** Lines of at most a width, broken between words; a word that is wider stays whole. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** From one color to another, by a share. */
export function mixColors(from: string, to: string, share: number): string {
  const part = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(part(from, at) + (part(to, at) - part(from, at)) * Math.min(1, Math.max(0, share)))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}

export type ArrowStyle = { readonly thickness: number; readonly color: string; readonly isDashed: boolean };

/** A line with rounded corners, and a head at its end. */
export function arrow(points: readonly Point[], { thickness, color, isDashed }: ArrowStyle): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (end === undefined || before === undefined) return '';
  const size = 6 + thickness;
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const neck = { x: end.x - dx * size, y: end.y - dy * size };
  const corner = (side: number): string =>
    `${round(neck.x - dy * side * size * 0.5)},${round(neck.y + dx * side * size * 0.5)}`;
  const dash = isDashed ? ` stroke-dasharray="${round(3 + thickness)} ${round(2 + thickness)}"` : '';
  return [
    `<path d="${roundedPath([...points.slice(0, -1), neck])}" fill="none" stroke="${color}" stroke-width="${round(thickness)}"${dash}/>`,
    `<polygon points="${round(end.x)},${round(end.y)} ${corner(1)} ${corner(-1)}" fill="${color}"/>`,
  ].join('\n');
}

const CORNER = 9;

function roundedPath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined) return `M${round(point.x)} ${round(point.y)}`;
      if (after === undefined) return `L${round(point.x)} ${round(point.y)}`;
      const from = towards(point, before);
      const to = towards(point, after);
      return `L${round(from.x)} ${round(from.y)}Q${round(point.x)} ${round(point.y)} ${round(to.x)} ${round(to.y)}`;
    })
    .join('');
}

/** A point near another one, on the way to a third; never beyond the middle. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
