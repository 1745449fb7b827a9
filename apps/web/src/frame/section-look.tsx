import {
  BookOpen,
  Building2,
  GraduationCap,
  Inbox,
  Map,
  MessageSquareQuote,
  MessagesSquare,
  Rocket,
  Target,
  Waypoints,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import type { MessageKey } from '../messages/t.ts';
import type { SectionName } from './frame-data.ts';

export interface SectionLook {
  readonly Icon: LucideIcon;
  readonly label: MessageKey & `nav.${SectionName}`;
}

export const sectionLooks: Record<SectionName, SectionLook> = {
  inbox: { Icon: Inbox, label: 'nav.inbox' },
  feedback: { Icon: MessageSquareQuote, label: 'nav.feedback' },
  companies: { Icon: Building2, label: 'nav.companies' },
  roadmaps: { Icon: Map, label: 'nav.roadmaps' },
  delivery: { Icon: Rocket, label: 'nav.delivery' },
  processes: { Icon: Waypoints, label: 'nav.processes' },
  goals: { Icon: Target, label: 'nav.goals' },
  knowledge: { Icon: BookOpen, label: 'nav.knowledge' },
  tools: { Icon: Wrench, label: 'nav.tools' },
  learn: { Icon: GraduationCap, label: 'nav.learn' },
  forum: { Icon: MessagesSquare, label: 'nav.forum' },
};
