// @vitest-environment node
import { bundlers } from './bundlers.ts';
import { testConsumer } from './testConsumer.ts';

for (const bundler of bundlers) testConsumer(bundler);
