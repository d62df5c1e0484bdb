// Runs in an iframe: cancels once, and reports the outcome.
import { countTimers } from '../support/countTimers.ts';
import { cancelOnce } from './cancelOnce.ts';

const parameters = new URLSearchParams(location.search);
const [api = '', control = ''] = ['api', 'control'].map((name) => parameters.get(name) ?? '');

const timers = countTimers();

await fetch(`${control}/arm`);
const cancellation = await cancelOnce(api);
const report = { ...cancellation, timersLeft: timers.size };
await fetch(`${control}/outcome`, { method: 'POST', body: JSON.stringify(report) });
