export { type EmbedOptions, type Embedder } from './embedder.ts';
export { openEmbedder, type EmbedderChoice } from './open-embedder.ts';
export { openLiteEmbedder, type LiteOptions } from './open-lite-embedder.ts';
export { openUrlEmbedder, type UrlOptions } from './open-url-embedder.ts';
