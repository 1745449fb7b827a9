export interface RecordPanelProps {
  /** As people know it, `PROD-12`, or its id while it has no key. */
  readonly recordKey: string;
  readonly onClose: () => void;
}

export function RecordPanel({ recordKey }: RecordPanelProps) {
  return <p>{recordKey}</p>;
}
