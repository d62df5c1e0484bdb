// Checks before the tests that there is a Chromium and that it starts. Otherwise installs Playwright's.
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.js';

const advice =
  'Browser tests need a Chromium. Run `npx playwright install --with-deps chromium`, or set CHROMIUM_PATH to an installed one.';

async function ensureChromium() {
  let found = await findChromium();
  if (!found) {
    console.log('No Chromium found. Installing Playwright’s…');
    execFileSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    found = await findChromium();
  }
  if (!found) throw new Error('No Chromium was found, even after installing Playwright’s.');
  const browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs });
  console.log(`Browser tests use Chromium ${browser.version()} from ${found.origin}: ${found.path}`);
  await browser.close();
  if (!found.isPinned) {
    console.log(
      'Stories are not compared with their baselines, which are rendered by the @sparticuz/chromium package.',
    );
  }
}

try {
  await ensureChromium();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(advice);
  process.exitCode = 1;
}
