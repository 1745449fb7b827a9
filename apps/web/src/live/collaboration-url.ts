/** Where editors and presence connect. */
export function collaborationUrl(): string {
  return `${location.origin.replace(/^http/, 'ws')}/api/v1/collaboration`;
}
