import { useState, type FormEvent } from 'react';
import type { Refusal } from './refusal.ts';

export interface Submission {
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  readonly handleSubmit: (event: FormEvent) => void;
}

/** Sends a form once at a time; a refusal is shown and what was typed stays. */
export function useSubmit(send: () => Promise<Refusal | undefined>): Submission {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  async function submit() {
    setBusy(true);
    setRefusal(undefined);
    try {
      setRefusal(await send());
    } finally {
      setBusy(false);
    }
  }
  return {
    isBusy,
    refusal,
    handleSubmit: (event) => {
      event.preventDefault();
      if (!isBusy) void submit();
    },
  };
}
