import { Building2, MapIcon, MessageSquareQuote, type LucideIcon } from 'lucide-react';
import type { MessageKey } from '../messages/t.ts';
import type { SectionName } from './frame-data.ts';

export interface SectionLook {
  readonly Icon: LucideIcon;
  readonly label: MessageKey & `nav.${SectionName}`;
}

export const sectionLooks: Record<SectionName, SectionLook> = {
  feedback: { Icon: MessageSquareQuote, label: 'nav.feedback' },
  roadmaps: { Icon: MapIcon, label: 'nav.roadmaps' },
  companies: { Icon: Building2, label: 'nav.companies' },
};
