import puppeteer from 'puppeteer-core';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';

const { CHROMIUM_PATH: executablePath, APP_URL } = process.env;
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] }); // as root, in a container
const page = await browser.newPage();
await page.goto(`${APP_URL}/?transaction=${sandboxTransactions.open}`);

const getButton = (within = '') => `${within} ::-p-aria([name="Cancel payment"][role="button"])`;
await (await page.waitForSelector(getButton()))?.click();
const confirm = await page.waitForSelector(getButton('[role="alertdialog"]'));
await page.waitForSelector('.cancel-payment-cover', { hidden: true }); // or it would take the click
await confirm?.click();
await page.waitForSelector('::-p-text(Payment canceled)', { timeout: 5000 });

await browser.close();
