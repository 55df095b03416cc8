/** `npm start`: builds the site and serves it. PORT and HOST choose the address. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { build } from './build.ts';
import { serve } from './serve.ts';

const port = process.env['PORT'] || '4321';
const host = process.env['HOST'] || 'localhost';

if (!/^\d+$/.test(port) || Number(port) > 65535) {
  fail(`PORT is "${port}", which is no port: give a number from 0 to 65535.`);
}
try {
  // A port that is taken should fail here, not after the build.
  const probe = createServer().listen(Number(port), host);
  await once(probe, 'listening');
  probe.close();
  if (!build({ OUT_DIR: 'dist' })) process.exit(1);
  const { address } = await serve({ folder: 'dist', port: Number(port), host });
  console.log(`\nThe site is at ${address} – stop it with Ctrl+C.`);
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    fail(`Port ${port} is taken by another program. Choose another one: PORT=${Number(port) + 1} npm start`);
  if (code === 'EACCES') fail(`Port ${port} is not open to you. Choose one above 1023: PORT=4321 npm start`);
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    fail(`HOST is "${host}", which is no address of this machine: try HOST=localhost or HOST=0.0.0.0.`);
  throw error;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
