import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];

/** Flags that let a headless Chromium start on every machine, without background requests, and render the same text. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Unpacks the Chromium of the package into the package's folder, where another version replaces it. By default it unpacks into
 * the temporary folder, and uses what any other version has left there.
 */
async function unpackChromium() {
  const folder = fileURLToPath(new URL('../node_modules/@sparticuz/chromium/unpacked', import.meta.url));
  if (!existsSync(folder)) {
    const { default: packaged } = await import('@sparticuz/chromium');
    const { TMPDIR } = process.env;
    const unfinished = `${folder}-${process.pid}`;
    mkdirSync(unfinished);
    process.env['TMPDIR'] = unfinished;
    try {
      await packaged.executablePath();
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
    }
    try {
      renameSync(unfinished, folder);
    } catch (error) {
      rmSync(unfinished, { recursive: true });
      if (!existsSync(folder)) throw error; // otherwise another process has been faster
    }
  }
  return `${folder}/chromium`;
}

/** A Chromium or Chrome that is installed on the system. Unlike the package's, it can show windows and keep pages. */
export const findInstalledChromium = () => systemPaths.find((path) => existsSync(path));

/**
 * @typedef {object} FoundChromium
 * @property {string} path
 * @property {string} origin
 * @property {boolean} [isPinned] renders the same pixels on every machine, so that stories can be compared with their baselines
 */

/**
 * Finds a Chromium for tests and screenshots, without installing one.
 *
 * @returns {Promise<FoundChromium | undefined>}
 */
export async function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return { path: CHROMIUM_PATH, origin: 'CHROMIUM_PATH' };
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { path: await unpackChromium(), origin: 'the @sparticuz/chromium package', isPinned: true };
  }
  if (existsSync(chromium.executablePath())) return { path: chromium.executablePath(), origin: 'Playwright' };
  const system = findInstalledChromium();
  return system ? { path: system, origin: 'the system' } : undefined;
}
