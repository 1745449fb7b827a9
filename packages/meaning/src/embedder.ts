/** What turns texts into vectors: those of texts that mean the same are near each other. */

export type EmbedOptions = {
  readonly signal?: AbortSignal;
  /** Called after every batch with how many texts are done. */
  readonly onProgress?: (done: number) => void;
};

export type Embedder = {
  /** Of the model: vectors of different models, or of different cuts, must not be compared. */
  readonly id: string;
  /** A vector of length 1 for each text, in their order; all 0 for a text without a letter or digit. */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
};

/** In place; a vector of zeros stays what it is. */
export function scaleToOne(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  if (length > 0) for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) / length;
  return vector;
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

export function saysSomething(text: string): boolean {
  return SAYS_SOMETHING.test(text);
}
