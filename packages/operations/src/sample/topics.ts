import type { Topic } from './topic.ts';
import { SCHEDULING_TOPICS } from './topics-scheduling.ts';
import { PAYROLL_TOPICS } from './topics-payroll.ts';
import { APP_TOPICS } from './topics-app.ts';
import { PLATFORM_TOPICS } from './topics-platform.ts';

/** In the order of how much is said about them. */
export const TOPICS: readonly Topic[] = [
  ...SCHEDULING_TOPICS,
  ...PAYROLL_TOPICS,
  ...APP_TOPICS,
  ...PLATFORM_TOPICS,
];
