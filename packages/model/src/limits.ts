/** Every size limit of the product, in one table. Each refusal names the number it enforces. */
export const LIMITS = {
  titleLength: 500,
  textLength: 10_000,
  /** Long texts: feedback bodies, descriptions, comments; in UTF-16 code units. */
  bodyLength: 1_000_000,
  /** One cell of an imported file, in code units. */
  cellLength: 1_000_000,
  optionLength: 200,
  options: 1_000,
  /** Rules that colour the values of one field. */
  colorRules: 20,
  setSize: 500,
  /** Fields of one entity that keep an index, two to a field: each write that touches a record writes them, too. */
  sortableFields: 20,
  /** Custom fields of one entity in a workspace. */
  fields: 500,
  columns: 500,
  /** Names in the path of a rollup: each step may multiply the rows it walks. */
  pathNames: 4,
  /** A request's body, in bytes; attachments have their own. */
  requestBytes: 8_000_000,
  attachmentBytes: 100_000_000,
  jsonDepth: 32,
  expressionLength: 10_000,
  expressionDepth: 100,
  pageSize: 200,
  bulkSize: 1_000,
} as const;
