import { Building2, MessageSquareQuote, type LucideIcon } from 'lucide-react';
import type { MessageKey } from '../messages/t.ts';
import type { SectionName } from './frame-data.ts';

export interface SectionLook {
  readonly Icon: LucideIcon;
  readonly label: MessageKey & `nav.${SectionName}`;
}

export const sectionLooks: Record<SectionName, SectionLook> = {
  feedback: { Icon: MessageSquareQuote, label: 'nav.feedback' },
  companies: { Icon: Building2, label: 'nav.companies' },
};
