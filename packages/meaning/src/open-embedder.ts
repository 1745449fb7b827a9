import type { Embedder } from './embedder.ts';
import { openLiteEmbedder, type LiteOptions } from './open-lite-embedder.ts';
import { openUrlEmbedder, type UrlOptions } from './open-url-embedder.ts';

export type EmbedderChoice =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'lite' } & LiteOptions)
  | ({ readonly kind: 'url' } & UrlOptions);

/** Undefined where texts are compared by their words alone. */
export function openEmbedder(choice: EmbedderChoice): Embedder | undefined {
  switch (choice.kind) {
    case 'none':
      return undefined;
    case 'lite':
      return openLiteEmbedder(choice);
    case 'url':
      return openUrlEmbedder(choice);
  }
}
