import { startServer } from '@throughline/server';

const server = await startServer({ dataDirectory: process.argv[2] ?? '.throughline', port: Number(process.argv[3] ?? 3000) });
console.log(server.url);
