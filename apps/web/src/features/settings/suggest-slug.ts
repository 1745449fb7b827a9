/** Small letters, digits and hyphens, 3 to 60 of them: what an address may hold. */
export function suggestSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain.length < 3 ? `portal${plain === '' ? '' : `-${plain}`}` : plain;
}
