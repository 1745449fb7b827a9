import { Dialog } from '@throughline/ui';
import { useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import { ExplainFormula } from './explain-formula.tsx';
import { explainRequest, type ExplainAsked } from '../../frame/explain-request.ts';
import { LinkedList } from './linked-list.tsx';

export interface ExplainDialogProps {
  readonly open: boolean;
}

/** Where a computed value comes from: the formula with its values put in, the inputs, and the steps. */
export function ExplainDialog({ open }: ExplainDialogProps) {
  const asked = explainRequest.useAsked();
  const { titles, fields } = useWorkspace();
  const field = asked && fields(asked.entity).find(({ id }) => id === asked.fieldId);
  return (
    <Dialog
      open={open && field !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) explainRequest.close();
      }}
      title={field?.name ?? ''}
      description={asked && titles.titleOf(asked.id)}
    >
      {asked && <Explained asked={asked} />}
    </Dialog>
  );
}

function Explained({ asked }: { readonly asked: ExplainAsked }) {
  const { fields, hub } = useWorkspace();
  const { entity, id, fieldId } = asked;
  const field = fields(entity).find((each) => each.id === fieldId);
  if (field === undefined) return null;
  if (field.type === 'formula')
    return <ExplainFormula asked={asked} field={field} onLeave={explainRequest.close} />;
  const value = hub.get(entity, id)?.[fieldId];
  return (
    <>
      <p className="mb-2 text-ui text-muted">
        {t(
          field.config.aggregate === 'count'
            ? 'explain.counts'
            : `explain.${field.config.aggregate ?? 'sum'}`,
        )}
      </p>
      <LinkedList entity={entity} id={id} field={field} value={value} onLeave={explainRequest.close} />
    </>
  );
}
