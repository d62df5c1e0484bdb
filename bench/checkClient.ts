// Fails if a call of the client takes too much longer than bare `fetch`, over a `fetch` that resolves immediately.
import process from 'node:process';
import { findExcesses, measureStub } from './client/measureStub.ts';

const costs = await measureStub({ atLeast: 1, atMost: 40 });
for (const { runtime, lowest } of costs) process.stdout.write(`${runtime}: ${lowest.toFixed(1)} µs above bare fetch\n`);
const excesses = findExcesses(costs);
for (const excess of excesses) process.stderr.write(`${excess}\n`);
process.exit(Math.min(excesses.length, 1));
