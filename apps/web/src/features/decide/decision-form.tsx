import { Button, Dialog, TextField } from '@throughline/ui';
import type { ReactNode } from 'react';
import { t } from '../../messages/area-t.ts';
import type { DecisionPlace } from './decision-place.ts';

export interface NewDecisionProps {
  readonly space: DecisionPlace;
  readonly open: boolean;
  readonly onClose: () => void;
}

export interface DecisionDialogProps extends Omit<NewDecisionProps, 'space'> {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

export function DecisionDialog({ title, text, open, onClose, children }: DecisionDialogProps) {
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()} title={title} description={text}>
      {children}
    </Dialog>
  );
}

export interface DecisionFormProps {
  /** What people are asked, above all else. */
  readonly label: string;
  readonly example: string;
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly isReady: boolean;
  readonly onStart: () => void;
  readonly children: ReactNode;
}

export function DecisionForm(props: DecisionFormProps) {
  const { label, example, title, onTitle, isReady, onStart, children } = props;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onStart();
      }}
    >
      <TextField label={label} placeholder={example} value={title} onChange={onTitle} />
      {children}
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={!isReady}>
          {t('decide.start')}
        </Button>
      </div>
    </form>
  );
}
