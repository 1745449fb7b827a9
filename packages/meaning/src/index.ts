export { type EmbedOptions, type Embedder } from './embedder.ts';
export { openEmbedder, type EmbedderChoice } from './open-embedder.ts';
export { type LiteOptions } from './open-lite-embedder.ts';
export { type UrlOptions } from './open-url-embedder.ts';
