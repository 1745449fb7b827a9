import { boardMessages } from './en-board.ts';
import { channelMessages } from './en-channels.ts';
import { conversationMessages } from './en-conversation.ts';
import { decideMessages } from './en-decide.ts';
import { demandMessages } from './en-demand.ts';
import { captureMessages } from './en-capture.ts';
import { explainMessages } from './en-explain.ts';
import { exportMessages } from './en-export.ts';
import { fieldEditorMessages } from './en-field-editor.ts';
import { colorRuleMessages } from './en-color-rules.ts';
import { triageMessages } from './en-triage.ts';
import { laterMessages } from './en-later.ts';
import { listActMessages } from './en-list-acts.ts';
import { moveReasonMessages } from './en-move-reason.ts';
import { importMessages } from './en-import.ts';
import { inboxMessages } from './en-inbox.ts';
import { matrixMessages } from './en-matrix.ts';
import { chartMessages } from './en-chart.ts';
import { paletteMessages } from './en-palette.ts';
import { pageMessages } from './en-pages.ts';
import { pasteMessages } from './en-paste.ts';
import { viewAboutMessages } from './en-view-about.ts';
import { windowMessages } from './en-window.ts';
import { peopleMessages } from './en-people.ts';
import { recordMessages } from './en-record.ts';
import { surveyMessages } from './en-surveys.ts';
import { releaseMessages } from './en-releases.ts';
import { relocateMessages } from './en-relocate.ts';
import { roadmapMessages } from './en-roadmap.ts';
import { routingMessages } from './en-routing.ts';
import { settingsMessages } from './en-settings.ts';
import { startMessages } from './en-start.ts';
import { templateMessages } from './en-templates.ts';
import { themeMessages } from './en-themes.ts';
import { timelineMessages } from './en-timeline.ts';
import { standardMessages } from './en-standards.ts';
import { scoringMessages } from './en-scoring.ts';
import { sharingMessages } from './en-sharing.ts';
import { timeTravelMessages } from './en-time-travel.ts';

/** Texts that the first sight of a list does not need. */
export const areaMessages = {
  ...laterMessages,
  ...triageMessages,
  ...listActMessages,
  ...viewAboutMessages,
  ...pasteMessages,
  ...colorRuleMessages,
  ...inboxMessages,
  ...conversationMessages,
  ...captureMessages,
  ...demandMessages,
  ...decideMessages,
  ...scoringMessages,
  ...sharingMessages,
  ...importMessages,
  ...startMessages,
  ...settingsMessages,
  ...channelMessages,
  ...routingMessages,
  ...standardMessages,
  ...peopleMessages,
  ...paletteMessages,
  ...boardMessages,
  ...templateMessages,
  ...themeMessages,
  ...timelineMessages,
  ...recordMessages,
  ...moveReasonMessages,
  ...releaseMessages,
  ...surveyMessages,
  ...relocateMessages,
  ...roadmapMessages,
  ...explainMessages,
  ...exportMessages,
  ...fieldEditorMessages,
  ...pageMessages,
  ...timeTravelMessages,
  ...matrixMessages,
  ...chartMessages,
  ...windowMessages,
} as const;
