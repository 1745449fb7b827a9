/** Pages of simple shapes: what an image, a PDF and slides are all drawn from. Units are pixels of a 1280 × 720 page. */
export const PAGE = { width: 1280, height: 720, margin: 40, top: 104, bottom: 684 } as const;

export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** `#rrggbb`, as all colours. */
      readonly fill: string;
      readonly line?: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of its upper edge. */
      readonly y: number;
      readonly width: number;
      readonly size: number;
      readonly color: string;
      readonly text: string;
      readonly isBold?: boolean;
    }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
    }
  | TableShape;

export interface TableShape {
  readonly kind: 'table';
  readonly x: number;
  readonly y: number;
  readonly widths: readonly number[];
  readonly rowHeight: number;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** The name of a group, over the whole width. */
  readonly isGroup: boolean;
}

export type Page = readonly Shape[];

export const INK = {
  text: '#1d1b1e',
  quiet: '#5f5a63',
  line: '#dedbe1',
  paper: '#ffffff',
  raised: '#f5f4f6',
  ghost: '#cbc7d0',
};

const marks: Readonly<Record<string, string>> = {
  gray: '#8a8590',
  red: '#d64545',
  orange: '#d9752b',
  amber: '#c79216',
  yellow: '#b8a312',
  lime: '#7c9e1e',
  green: '#3a9d5d',
  teal: '#1f9a8f',
  cyan: '#1f94ad',
  sky: '#2f8fd0',
  blue: '#3b6fe0',
  indigo: '#5a5ce0',
  violet: '#7c5ce0',
  purple: '#9554d0',
  pink: '#cf4c95',
};

export function markColor(name: string | undefined): string {
  return marks[name ?? 'gray'] ?? '#8a8590';
}

/** What fits a width, cut with an ellipsis. Letters are about half as wide as they are high. */
export function fitText(text: string, width: number, size: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const most = Math.max(1, Math.floor(width / (size * 0.53)));
  const letters = Array.from(line);
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}

/** A table as texts and lines, for what knows no tables. */
export function flattenTable({ x, y, widths, rowHeight, head, rows }: TableShape): readonly Shape[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const line = (
    cells: readonly string[],
    at: number,
    look: { size: number; isBold: boolean; color: string },
  ) => {
    let left = x;
    return cells.map((text, index): Shape => {
      const width = widths[index] ?? 0;
      const shape = { kind: 'text', x: left + 6, y: at + 6, width: width - 12, text, ...look } as const;
      left += width;
      return shape;
    });
  };
  return [
    ...line(head, y, { size: 11, isBold: true, color: INK.quiet }),
    ...rows.flatMap(({ cells, isGroup }, index): readonly Shape[] => {
      const at = y + (index + 1) * rowHeight;
      const box = { kind: 'box', x, width: total } as const;
      if (isGroup)
        return [
          { ...box, y: at, height: rowHeight - 1, fill: INK.raised },
          {
            kind: 'text',
            x: x + 6,
            y: at + 6,
            width: total - 12,
            size: 12,
            isBold: true,
            color: INK.text,
            text: cells[0] ?? '',
          },
        ];
      return [
        { ...box, y: at + rowHeight - 1, height: 1, fill: INK.line },
        ...line(cells, at, { size: 12, isBold: false, color: INK.text }),
      ];
    }),
  ];
}
