import { Dialog } from '@throughline/ui';
import { useWorkspace } from '../data/data-context.ts';
import type { ReplicaRecord } from '../data/record-hub.ts';
import { DescriptionEditor } from '../editor/description-editor.tsx';
import { t } from '../messages/area-t.ts';

export interface RoadmapAboutProps {
  readonly roadmap: ReplicaRecord;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What the roadmap is for, in a text that several people write at once. */
export function RoadmapAbout({ roadmap, open, onOpenChange }: RoadmapAboutProps) {
  const { replica, rights } = useWorkspace();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('roadmap.aboutTitle')}>
      <DescriptionEditor
        name={`${replica.session().workspace.id}/${roadmap.id}/description`}
        mayEdit={rights.may('update', 'roadmap', roadmap.values)}
      />
    </Dialog>
  );
}
