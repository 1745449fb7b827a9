#!/usr/bin/env node
/** The command as installed: runs the built program, or says how to build it. */
import { existsSync } from 'node:fs';

const main = new URL('../dist/main.mjs', import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  console.error('Throughline is not built yet: run “npm run build” in its folder, or “npm start”.');
  process.exitCode = 1;
}
