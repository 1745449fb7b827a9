/** Numbers and tables for people. */

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** `3.4 d`, `2.1 h`, `12 min`; two digits that matter. */
export function formatDuration(ms: number): string {
  if (Number.isNaN(ms)) return '–';
  const size = Math.abs(ms);
  for (const [name, unit] of UNITS) if (size >= unit) return `${formatNumber(ms / unit)} ${name}`;
  return ms === 0 ? '0' : `${formatNumber(ms)} ms`;
}

export function formatNumber(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(2)));
}

export function formatShare(share: number): string {
  const percent = share * 100;
  return `${percent > 0 && percent < 10 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

const WIDEST = 48;

/** Columns of text, the first ones to the left, those of numbers to the right. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => cut(cell)));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const isNumber = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^[–\d.,-]/.test(row[column] ?? '')),
  );
  return cells
    .map((row) =>
      `  ${row.map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd(),
    )
    .join('\n');
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
}
