/** Put in when it is bundled: the site's base path without a slash at its end. */
declare const __BASE__: string;

/** What is still on the phone, counted. */
export interface Left {
  caches: number;
  workers: number;
  databases: number;
  notes: number;
}

/** Longer than this nobody waits for a worker: what it should have removed is removed from here. */
const WORKER_MS = 1000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const running = ({ active, waiting, installing }: ServiceWorkerRegistration) => [active, waiting, installing].filter((worker): worker is ServiceWorker => !!worker);
const workers = () => ('serviceWorker' in navigator ? navigator.serviceWorker.getRegistrations() : Promise.resolve([])).then((list) => Array.from(list));
const cacheNames = () => ('caches' in window ? caches.keys() : Promise.resolve([]));
const databases = () => (window.indexedDB && indexedDB.databases ? indexedDB.databases() : Promise.resolve([]));

/**
 * Takes away all that this address has put on the phone: what workers keep and are still fetching, the workers, databases,
 * notes. Open tabs of the site go to the calendar. Needs no network. Counts what is left when it is done.
 */
export async function wipe(): Promise<Left> {
  // When the browser itself clears, it tells this page as well, which would then go to the calendar before it has said anything.
  window.onstorage = null;
  clearNotes();
  // From now on this tab brings no worker in, and going back leads to the calendar: kept in its name, not in a storage.
  window.name = '0';
  history.replaceState('0', '');
  for (const registration of await workers().catch(() => [])) {
    await Promise.race([Promise.all(running(registration).map(tellToWipe)), pause(WORKER_MS)]);
    // While a first worker's script hangs on its way, a browser answers only when that has come; the worker then finds itself unwanted.
    await Promise.race([registration.unregister().catch(() => false), pause(WORKER_MS)]);
  }
  await removeAll().catch(() => {});
  const left = await countLeft();
  if (left.caches + left.workers + left.databases + left.notes === 0) return left;
  // A worker that did not hear in time may have written once more.
  clearNotes();
  await removeAll().catch(() => {});
  return countLeft();
}

function tellToWipe(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    worker.postMessage({ ask: 'wipe' }, [channel.port2]);
  });
}

async function removeAll(): Promise<void> {
  for (const cache of await cacheNames()) await caches.delete(cache);
  for (const { name: database } of await databases()) if (database) await removeDatabase(database);
}

/** An open connection in another tab may hold a database for a while; the count that follows tells. */
function removeDatabase(database: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}

/** Clearing tells every other tab of the site; an empty storage has to hold something for that. */
function clearNotes(): void {
  for (const storage of ['localStorage', 'sessionStorage'] as const) {
    try {
      window[storage].setItem('-', '');
    } catch (_) {} // full or blocked: clearing may work all the same
    try {
      window[storage].clear();
    } catch (_) {} // what cannot be reached holds nothing of ours
  }
}

/** Counts again what could be there; what a browser does not let us look at counts as nothing. */
export async function countLeft(): Promise<Left> {
  const count = (list: Promise<unknown[]>) =>
    list.then(
      (found) => found.length,
      () => 0,
    );
  let notes = document.cookie ? 1 : 0;
  try {
    notes += localStorage.length + sessionStorage.length;
  } catch (_) {} // blocked
  return { caches: await count(cacheNames()), workers: await count(workers().then((list) => list.filter((registration) => running(registration).length > 0))), databases: await count(databases()), notes };
}

/** Asks the host to have the browser's own copies of pages cleared too. False without a network, or when this host cannot. */
export async function clearBrowserCache(path: string): Promise<boolean> {
  if (!navigator.onLine) return false;
  const asked = fetch(__BASE__ + path, { cache: 'no-store' }).then(
    (response) => response.ok && response.headers.get('X-Cleared') === 'cache',
    () => false,
  );
  return Promise.race([asked, pause(4000).then(() => false)]);
}
