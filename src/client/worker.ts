import type { Question, Status } from '../sw/messages.ts';

/**
 * Asks the worker something and waits for its answer. Nothing when there is no worker, when it does not know, or when
 * it stays silent: then whatever the page says anyway is right.
 */
export function ask(question: Question): Promise<Status | undefined> {
  return new Promise((resolve) => {
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
    if (!worker) return resolve(undefined);
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => resolve(event.data as Status | undefined);
    worker.postMessage(question, [channel.port2]);
  });
}
