import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Progress, Question, Status } from '../../../src/sw/messages.ts';
import type { State } from '../../../src/sw/store.ts';

/** Everything that lies in the phone's caches, by the last part of its name. */
export interface Kept {
  /** Names of the caches. */
  caches: string[];
  /** Hash of the bytes that lie under a name, as the build computes it. `state` is left out. */
  objects: Record<string, string>;
  state: State | undefined;
}

/** What somebody sees after having asked for a page. */
export interface Seen {
  /** Title of the page; empty when the browser shows its own error. */
  title: string;
  text: string;
  /** Whether the browser has nothing to show but its own error. */
  isBrowserError: boolean;
}

/**
 * A phone with two tabs: the one somebody reads in, and one that stands on a file no worker touches, through which a test asks
 * the worker and looks into the storage without changing what is there.
 */
export class Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly desk: Page;
  readonly url: string;
  readonly #cdp: CDPSession;

  private constructor(context: BrowserContext, page: Page, desk: Page, url: string, cdp: CDPSession) {
    this.context = context;
    this.page = page;
    this.desk = desk;
    this.url = url;
    this.#cdp = cdp;
  }

  /** @param url of the site, without a trailing slash; the server must be well at this moment */
  static async switchOn(context: BrowserContext, url: string): Promise<Phone> {
    const page = await context.newPage();
    const desk = await context.newPage();
    await desk.goto(`${url}/goi/moi.json`);
    await desk.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      navigator.serviceWorker.addEventListener('message', (event) => heard.push(event.data));
      navigator.serviceWorker.startMessages();
    });
    const cdp = await context.newCDPSession(desk);
    await cdp.send('ServiceWorker.enable');
    return new Phone(context, page, desk, url, cdp);
  }

  /** Goes somewhere in the reading tab. */
  async open(path: string, page = this.page): Promise<Seen> {
    // Where there is no worker yet, nobody ends a page that hangs: a reader would have gone elsewhere by then.
    const answer = await page.goto(this.url + path, { waitUntil: 'domcontentloaded', timeout: 45_000 }).catch(() => null);
    if (!answer) {
      // The browser is now showing its own page, which is a navigation of its own.
      await page.waitForURL(/^chrome-error:/, { timeout: 3000 }).catch(() => {});
      return { title: '', text: '', isBrowserError: true };
    }
    return { title: await page.title(), text: await page.locator('body').innerText(), isBrowserError: false };
  }

  /** Brings the worker in, as a page would. @returns how it went, when it is over */
  install(script = '/sw.js', scope = '/'): Promise<'ready' | 'failed'> {
    return this.desk.evaluate(
      async ([script, scope]) => {
        const policies = (window as unknown as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } }).trustedTypes;
        const url = policies ? policies.createPolicy(`lab${Math.random()}`, { createScriptURL: (url: string) => url }).createScriptURL(script) : script;
        try {
          await caches.open('sttb-1');
          const registration = await navigator.serviceWorker.register(url, { scope, updateViaCache: 'none' });
          const worker = registration.installing ?? registration.waiting ?? registration.active;
          if (!worker) return 'failed';
          return await new Promise<'ready' | 'failed'>((done) => {
            const look = () => {
              if (worker.state === 'activated') done('ready');
              if (worker.state === 'redundant') done('failed');
            };
            worker.addEventListener('statechange', look);
            look();
          });
        } catch {
          // As the page does it: a spoilt copy must not be found good the next time.
          await fetch(script, { cache: 'reload' }).catch(() => {});
          return 'failed';
        }
      },
      [script, scope] as const,
    );
  }

  /** Asks the worker and waits for its answer; nothing when it does not answer in time. */
  ask(question: Question, patienceMs = 60_000): Promise<Status | undefined> {
    return this.desk.evaluate(
      async ([question, patience]) => {
        const worker = (await navigator.serviceWorker.getRegistration('/'))?.active ?? navigator.serviceWorker.controller;
        if (!worker) return undefined;
        return new Promise<Status | undefined>((done) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = (event) => done(event.data);
          setTimeout(done, patience);
          worker.postMessage(question, [channel.port2]);
        });
      },
      [question, patienceMs] as const,
    );
  }

  /** Wipes as the page does it: the worker first, and then whatever is left of an install that never came to a worker. */
  async wipe(): Promise<void> {
    await this.ask({ ask: 'wipe' }, 10_000);
    await this.desk.evaluate(async () => {
      const pause = () => new Promise((done) => setTimeout(done, 1000));
      for (const registration of await navigator.serviceWorker.getRegistrations()) {
        registration.installing?.postMessage({ ask: 'wipe' }, [new MessageChannel().port2]);
        await Promise.race([registration.unregister(), pause()]);
      }
      for (const name of await caches.keys()) await caches.delete(name);
    });
  }

  /** Says something to the worker and does not wait. */
  tell(question: Question): Promise<void> {
    return this.desk.evaluate(async (question) => {
      const worker = (await navigator.serviceWorker.getRegistration('/'))?.active ?? navigator.serviceWorker.controller;
      worker?.postMessage(question, [new MessageChannel().port2]);
    }, question);
  }

  /** What the worker has told all tabs about its downloads. */
  heard(): Promise<Progress[]> {
    return this.desk.evaluate(() => (window as unknown as { heard: Progress[] }).heard);
  }

  /** Looks into the storage. */
  kept(): Promise<Kept> {
    return this.desk.evaluate(async () => {
      const kept: Kept = { caches: await caches.keys(), objects: {}, state: undefined };
      for (const name of kept.caches) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const last = new URL(request.url).pathname.replace(/.*\/-\//, '');
          const response = await cache.match(request);
          if (!response) continue;
          const bytes = await response.arrayBuffer();
          if (last === 'state') {
            kept.state = JSON.parse(new TextDecoder().decode(bytes));
            continue;
          }
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          kept.objects[last] = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        }
      }
      return kept;
    });
  }

  /** Everything by which somebody could tell that the site has been here. */
  traces(): Promise<{ caches: number; registrations: number; databases: number; keys: number }> {
    return this.desk.evaluate(async () => ({
      caches: (await caches.keys()).length,
      // One whose script still hangs on its way has no worker, and the browser has written it down nowhere.
      registrations: (await navigator.serviceWorker.getRegistrations()).filter(({ installing, waiting, active }) => installing || waiting || active).length,
      databases: (await indexedDB.databases()).length,
      keys: localStorage.length + sessionStorage.length,
    }));
  }

  /** So much later that the worker asks for news again, whatever it remembers. */
  async letTimePass(): Promise<void> {
    await this.desk.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (!request.url.endsWith('/-/state')) continue;
          const state = (await (await cache.match(request))?.json()) as State;
          await cache.put(request, new Response(JSON.stringify({ ...state, asked: 0 }), { headers: { 'content-type': 'application/json' } }));
        }
      }
    });
    await this.stopWorker();
  }

  /** Ends the worker as the system does when it needs memory; the next request starts a new one. */
  async stopWorker(): Promise<void> {
    await this.#cdp.send('ServiceWorker.stopAllWorkers');
  }

  /** Leaves so many bytes to the site. */
  async limitStorage(bytes: number | undefined): Promise<void> {
    await this.#cdp.send('Storage.overrideQuotaForOrigin', { origin: this.url, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
  }

  /** Removes things from the caches behind the worker's back, by the last part of their names. */
  evict(names: string[]): Promise<void> {
    return this.desk.evaluate(async (names) => {
      for (const cacheName of await caches.keys()) {
        const cache = await caches.open(cacheName);
        for (const request of await cache.keys()) if (names.includes(request.url.replace(/.*\/-\//, ''))) await cache.delete(request);
      }
    }, names);
  }
}
