/** A drawing as a picture. The font comes along, so that text is the same on machines without any. */
import { createRequire } from 'node:module';

const SCALE = 1.5;
const WIDEST = 12_000;

export async function renderPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? 0);
  const height = Number(/ height="([\d.]+)"/.exec(svg)?.[1] ?? 0);
  const zoom = Math.min(SCALE, WIDEST / Math.max(1, width, height));
  const rendered = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: true, fontFiles: fontFiles(), defaultFontFamily: 'Inter' },
  }).render();
  return rendered.asPng();
}

function fontFiles(): string[] {
  const require = createRequire(import.meta.url);
  return ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
    require.resolve(`@expo-google-fonts/inter/${file}`),
  );
}
