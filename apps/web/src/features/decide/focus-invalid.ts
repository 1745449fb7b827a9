/** Goes to what was typed and cannot be given; false where there is nothing of that kind. */
export function focusInvalid(form: HTMLFormElement | null): boolean {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  wrong?.focus();
  return wrong !== null && wrong !== undefined;
}
