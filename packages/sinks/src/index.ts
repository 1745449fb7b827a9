export { countVoices } from './count-voices.ts';
export { draftAnswers } from './draft-answers.ts';
export { mailEntries } from './mail-entries.ts';
export { notifyMentioned } from './notify-mentioned.ts';
export { catchUp, makeSinkRunner, type SinkRunner, type SinkRunnerOptions } from './run-sinks.ts';
export type { Sink } from './sink.ts';
