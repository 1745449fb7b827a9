/** Refusals in words or JSON, with what, why and what to do, and the exit code each has. */
import { Refusal, REFUSALS } from '@throughline/contract';
import { UnreachableError } from '@throughline/client';

/** Exit codes: 0 done · 1 a check found something · 2 wrong input · 4 not allowed · 5 not found · 6 conflict · 7 try again · 70 a bug. */
export function reportError(error: unknown, isJson: boolean): number {
  const { code, message, why, fix, details, exit } = explain(error);
  if (isJson) process.stdout.write(`${JSON.stringify({ error: { code, message, why, fix, details } })}\n`);
  else process.stderr.write(`${[message, why, fix].filter((line) => line !== '').join('\n')}\n`);
  if (exit === 70 && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return exit;
}

function explain(error: unknown) {
  if (isRefusal(error)) return { ...error.body, exit: REFUSALS[error.code].exit };
  if (error instanceof UnreachableError)
    return {
      ...REFUSALS.database_unavailable,
      code: 'unreachable',
      message: 'The server cannot be reached.',
      details: {},
      exit: 7,
    };
  const {
    code,
    why = '',
    fix = '',
    message,
  } = error as Error & { code?: string; why?: string; fix?: string };
  if (fix !== '')
    return {
      code: code ?? 'refused',
      message: message.replace(` ${why} ${fix}`, ''),
      why,
      fix,
      details: {},
      exit: 7,
    };
  if (code === 'ENOENT' || code === 'EACCES')
    return { code, message, why: '', fix: 'Check the path.', details: {}, exit: 2 };
  if (code === 'EADDRINUSE')
    return {
      code,
      message: 'The port is in use.',
      why: '',
      fix: 'Choose another with --port.',
      details: {},
      exit: 7,
    };
  return { code: 'internal', message: message ?? String(error), why: '', fix: '', details: {}, exit: 70 };
}

/** The server is a bundle of its own, with a class of its own. */
function isRefusal(error: unknown): error is Refusal {
  return (
    error instanceof Refusal || ((error as Error).name === 'Refusal' && (error as Refusal).code in REFUSALS)
  );
}
