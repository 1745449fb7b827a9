import PptxGenJS from 'pptxgenjs';
import { fitText, INK, PAGE, type Page, type Shape, type TableShape } from './shapes.ts';

/** Pixels of a page to an inch of a slide. */
const perInch = 96;
/** Points to a pixel. */
const points = 0.75;

/** A slide for each page, of shapes and tables that people can go on editing. */
export async function makeSlides(title: string, pages: readonly Page[]): Promise<Blob> {
  const slides = new PptxGenJS();
  slides.defineLayout({ name: 'PAGE', width: PAGE.width / perInch, height: PAGE.height / perInch });
  slides.layout = 'PAGE';
  slides.title = title;
  for (const page of pages) {
    const slide = slides.addSlide();
    for (const shape of page) addShape(slides, slide, shape);
  }
  return (await slides.write({ outputType: 'blob' })) as Blob;
}

function addShape(slides: PptxGenJS, slide: PptxGenJS.Slide, shape: Shape): void {
  if (shape.kind === 'table') return addTable(slide, shape);
  if (shape.kind === 'dot') {
    const { x, y, radius, fill } = shape;
    slide.addShape(slides.ShapeType.ellipse, {
      x: (x - radius) / perInch,
      y: (y - radius) / perInch,
      w: (2 * radius) / perInch,
      h: (2 * radius) / perInch,
      fill: { color: hex(fill) },
    });
    return;
  }
  const [x, y, w] = [shape.x / perInch, shape.y / perInch, shape.width / perInch];
  if (shape.kind === 'box') {
    slide.addShape(slides.ShapeType.rect, {
      x,
      y,
      w,
      h: shape.height / perInch,
      fill: { color: hex(shape.fill) },
      ...(shape.line === undefined ? {} : { line: { color: hex(shape.line), width: points } }),
    });
    return;
  }
  slide.addText(fitText(shape.text, shape.width, shape.size), {
    x,
    y,
    w,
    h: (shape.size * 1.5) / perInch,
    margin: 0,
    valign: 'top',
    fontFace: 'Arial',
    fontSize: shape.size * points,
    bold: shape.isBold === true,
    color: hex(shape.color),
    wrap: false,
  });
}

function addTable(slide: PptxGenJS.Slide, { x, y, widths, rowHeight, head, rows }: TableShape): void {
  const line = { type: 'solid', pt: 0.5, color: hex(INK.line) } as const;
  const none = { type: 'none' } as const;
  const border: [typeof none, typeof none, typeof line, typeof none] = [none, none, line, none];
  const cell = (text: string, options: PptxGenJS.TableCellProps = {}): PptxGenJS.TableCell => ({
    text,
    options: { border, margin: 0.04, fontSize: 9, color: hex(INK.text), valign: 'middle', ...options },
  });
  const body = rows.map(({ cells, isGroup }) =>
    isGroup
      ? [cell(cells[0] ?? '', { colspan: widths.length, bold: true, fill: { color: hex(INK.raised) } })]
      : cells.map((text, index) => cell(fitText(text, (widths[index] ?? 0) - 12, 12))),
  );
  const titles = head.map((text) => cell(text, { bold: true, color: hex(INK.quiet) }));
  slide.addTable([titles, ...body], {
    x: x / perInch,
    y: y / perInch,
    colW: widths.map((width) => width / perInch),
    rowH: rowHeight / perInch,
    fontFace: 'Arial',
    autoPage: false,
  });
}

function hex(color: string): string {
  return color.slice(1);
}
