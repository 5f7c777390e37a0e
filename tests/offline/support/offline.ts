import { test as base } from '@playwright/test';
import { createFaultServer, type FaultServer } from '../../lab/fault-server.ts';
import { V1 } from './builds.ts';
import { Phone } from './phone.ts';

/** A server of the first build that can be told to misbehave, and a phone that has never been here. */
export const test = base.extend<{ server: FaultServer; phone: Phone }>({
  server: async ({}, use) => {
    const server = await createFaultServer({ dir: V1 });
    await use(server);
    await server.close();
  },
  phone: async ({ browser, server }, use) => {
    const context = await browser.newContext();
    const phone = await Phone.switchOn(context, server.url);
    server.forget();
    await use(phone);
    // What still hangs would hold the browser back.
    server.release();
    server.reset();
    await context.close();
  },
});

/** No network at all: every connection breaks before the first byte. */
export const noNetwork = { fault: { kind: 'kill' } } as const;

export { expect } from '@playwright/test';
