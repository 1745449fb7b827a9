import { parentPort } from 'node:worker_threads';

/**
 * Ends this worker thread as soon as it is sent a statement that contains the text.
 * @param {string} text
 * @param {() => void} [beforehand]
 */
export function dieOnStatement(text, beforehand) {
  parentPort.on('message', ({ bytes }) => {
    if (bytes === undefined || !Buffer.from(bytes).includes(text)) return;
    beforehand?.();
    process.exit(1);
  });
}
