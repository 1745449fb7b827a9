import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage, type RGB } from '@cantoo/pdf-lib';
import { drawText } from './make-png.ts';
import { fitText, flattenTable, PAGE, type Page, type Shape } from './shapes.ts';

interface Paper {
  readonly document: PDFDocument;
  readonly page: PDFPage;
  readonly fonts: { readonly plain: PDFFont; readonly bold: PDFFont };
}

/** A page for each; text stays text. Letters that the standard fonts lack are drawn as a picture. */
export async function makePdf(title: string, pages: readonly Page[]): Promise<Blob> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  const fonts = {
    plain: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  };
  for (const shapes of pages) {
    const page = document.addPage([PAGE.width, PAGE.height]);
    for (const shape of shapes) await drawShape({ document, page, fonts }, shape);
  }
  return new Blob([new Uint8Array(await document.save())], { type: 'application/pdf' });
}

async function drawShape(paper: Paper, shape: Shape): Promise<void> {
  const { page } = paper;
  if (shape.kind === 'table') {
    for (const part of flattenTable(shape)) await drawShape(paper, part);
  } else if (shape.kind === 'box') {
    const { x, y, width, height, fill, line } = shape;
    page.drawRectangle({
      x,
      y: PAGE.height - y - height,
      width,
      height,
      color: colorOf(fill),
      ...(line === undefined ? {} : { borderColor: colorOf(line), borderWidth: 1 }),
    });
  } else if (shape.kind === 'dot') {
    page.drawCircle({
      x: shape.x,
      y: PAGE.height - shape.y,
      size: shape.radius,
      color: colorOf(shape.fill),
    });
  } else await drawLine(paper, shape);
}

async function drawLine(
  { document, page, fonts }: Paper,
  shape: Extract<Shape, { readonly kind: 'text' }>,
): Promise<void> {
  const { x, y, width, size, color, isBold = false } = shape;
  const text = fitText(shape.text, width, size);
  if (text === '') return;
  const font = isBold ? fonts.bold : fonts.plain;
  if (canWrite(font, text)) {
    page.drawText(text, { x, y: PAGE.height - y - size, size, font, color: colorOf(color) });
    return;
  }
  const image = await document.embedPng(await drawnText(shape));
  page.drawImage(image, { x, y: PAGE.height - y - size * 1.5, width, height: size * 1.5 });
}

function canWrite(font: PDFFont, text: string): boolean {
  const known = new Set(font.getCharacterSet());
  return Array.from(text).every((letter) => known.has(letter.codePointAt(0) ?? -1));
}

async function drawnText(shape: Extract<Shape, { readonly kind: 'text' }>): Promise<ArrayBuffer> {
  const scale = 3;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(shape.width * scale);
  canvas.height = Math.ceil(shape.size * 1.5 * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The text could not be drawn');
  context.scale(scale, scale);
  drawText(context, { ...shape, x: 0, y: 0 });
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve);
  });
  if (blob === null) throw new Error('The text could not be drawn');
  return blob.arrayBuffer();
}

function colorOf(hex: string): RGB {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return rgb(part(1), part(3), part(5));
}
