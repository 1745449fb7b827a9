export interface LetterProps {
  readonly subject: string;
  readonly body: string;
  readonly name: string;
}

/** As it arrives. */
export function Letter({ subject, body, name }: LetterProps) {
  return (
    <div className="rounded-md border px-3 py-2.5 wrap-anywhere">
      <p className="pb-1.5 font-medium">{subject}</p>
      <p className="text-body whitespace-pre-wrap">{body.replaceAll('{name}', () => name)}</p>
    </div>
  );
}
