// On a build machine, a test in the browser gets a second try: such machines stall for many seconds at a time. The first
// error is printed, and scripts/test.mjs counts these tests in plain sight. Nobody else gets one.
import { jest } from '@jest/globals';

if (process.env.CI) jest.retryTimes(1, { logErrorsBeforeRetry: true });
