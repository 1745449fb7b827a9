/** What the global setup hands to the test files. */
export interface TestServers {
  /** A migrated directory of the embedded database. */
  readonly embeddedTemplate: string;
  /** Undefined where PostgreSQL is not installed. */
  readonly server: { readonly url: string; readonly template: string } | undefined;
}
