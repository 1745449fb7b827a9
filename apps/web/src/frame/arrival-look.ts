/** What somebody else has changed fades in. Two names for one motion: changing from one to the other starts it again. */
export function arrivalLook(arrival: number): string {
  if (arrival === 0) return '';
  return arrival % 2 === 0 ? 'arrives-even' : 'arrives-odd';
}
