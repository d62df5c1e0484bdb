// placeholder
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { startWebKitDriver } from './engines.js';
const [, , engine = 'webkit', ...args] = process.argv;
const driver = engine === 'webkit' ? await startWebKitDriver() : undefined;
const { status } = spawnSync(
  'node',
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/engines/vitest.config.ts', ...args],
  { stdio: 'inherit', env: { ...process.env, ENGINE: engine, WEBKIT_DRIVER_PORT: String(driver?.port) } },
);
driver?.stop();
process.exit(status ?? 1);
