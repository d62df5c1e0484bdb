// Before the tests: makes sure that there is a Chromium, and that it starts. Installs Playwright's if no other is available.
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.js';

const advice =
  'Browser tests need a Chromium. Run `npx playwright install --with-deps chromium`, or set CHROMIUM_PATH to one of your own.';

async function ensureChromium() {
  let found = await findChromium();
  if (!found) {
    console.log('No Chromium found, installing Playwright’s own…');
    execFileSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    found = await findChromium();
  }
  if (!found) throw new Error('none found, and Playwright installed none');
  const browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs });
  console.log(`Browser tests use Chromium ${browser.version()} of ${found.origin}: ${found.path}`);
  await browser.close();
  if (!found.isPinned) {
    console.log(
      'Screenshots are not compared: the baselines come from the Chromium of the @sparticuz/chromium package.',
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
