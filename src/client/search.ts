import { AFAR } from '../search/afar.ts';
import { FIRST } from '../search/kinds.ts';
import type { Piece } from '../search/snippet.ts';
import type { Ask, Found, Told } from './searcher.ts';
import { fill } from './words.ts';

/** Put in when this is bundled: its sentences, the base path, and the addresses of the thread that searches and of what feeds it. */
declare const __WORDS__: Record<string, string>;
declare const __BASE__: string;
declare const __SEARCHER__: string;
declare const __SHELVES__: string;
declare const __TEXTS__: string;

type Answer = Extract<Told, { groups: unknown }>;
type Shelves = typeof import('./shelves.ts');
type Texts = typeof import('./texts.ts');

/** What is kept changes while somebody reads; looking more often finds nothing. */
const LOOK_AGAIN_MS = 10_000;
/** So long after an answer nobody types any more: then texts that are not on the phone are asked for as well. */
const REST_MS = 400;

/**
 * Results while typing. `root` is the form; what is found appears behind it, in place of the list of everything where the page
 * has one (`.az`). What is typed stays in the field: it is put into no address, no history and no storage.
 */
export function start(root: HTMLFormElement): void {
  const input = root.querySelector('input') as HTMLInputElement;
  const region = make('section', '');
  const status = make('p', 'tiny');
  const calls = make('div', '');
  const results = make('div', '');
  region.setAttribute('aria-label', __WORDS__.results || '');
  status.setAttribute('role', 'status');
  region.append(status, calls, results);
  root.after(region);
  let turn = 0;
  let isFailed = false;
  let shelves: Shelves | undefined;
  /** Pages that are kept; nothing where nothing is. */
  let pages: Record<string, string> | undefined;
  let lookedAt = Date.now();
  /** What texts were asked for last, and whether the first search, whose scripts and names are all it may cost, is over. */
  let reached = '';
  let isPaid: unknown;
  /** By find of the newest answer that waits behind a button: its text, once that is known. */
  let texts: Record<string, Piece[]> = {};
  /** Somebody's thumb is on the results: nothing moves under it, and what comes late waits for the next key. */
  let isTouched = false;

  const thread = startThread(hear, fail);
  const tell = (message: Ask) => thread && thread.postMessage(message);
  const ask = () => {
    const query = input.value.trim();
    showList(!query);
    turn++;
    isTouched = false;
    if (!query) draw();
    else if (isFailed) fail();
    else {
      if (!results.firstChild) status.textContent = __WORDS__.loading || '';
      tell({ query, turn });
      if (Date.now() - lookedAt > LOOK_AGAIN_MS) look();
    }
  };

  /** Where a worker keeps pages they are searched in full, and the names come from what it keeps; else names come in parts, as needed. */
  async function open(): Promise<void> {
    const version = root.dataset.titles || '';
    const whole = `/js/tim-${version}.json`;
    if (navigator.serviceWorker && navigator.serviceWorker.controller) shelves = await import(__SHELVES__).catch(() => undefined);
    const state = shelves && (await shelves.readState());
    isPaid = state && state.files[whole];
    tell({ titles: isPaid ? whole : `/tim/${version}-` });
    await look();
  }

  async function look(): Promise<void> {
    lookedAt = Date.now();
    const state = shelves && (await shelves.readState());
    if (!state || !shelves) return;
    pages = state.pages;
    await shelves.handOver(state, (shelf) => tell({ shelf }));
  }

  /** Fetches what the answer lacks of texts that are not here; without a network, or where data is to be saved, all stays as it is. */
  function reach(seek: string[]): void {
    const { connection, onLine } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!seek[0] || input.value === reached || !onLine || (connection && connection.saveData)) return;
    reached = input.value;
    const give = (stored: string | undefined) => stored && tell({ shelf: { name: AFAR, stored } });
    // Where it does not come, the names are what there is.
    if (isPaid) (import(__TEXTS__) as Promise<Texts>).then((reader) => reader.reach(seek)).then(give, () => {});
    isPaid = true;
  }

  function showList(isShown: boolean): void {
    const list = document.querySelector<HTMLElement>('.az');
    if (list) list.hidden = !isShown;
  }

  function hear(told: Told): void {
    if ('isFailed' in told) fail();
    else if ('made' in told) shelves && shelves.keep(told.made, told.stored);
    else if ('isNew' in told) isTouched || ask();
    else if (told.turn !== turn) return;
    else if ('texts' in told) Object.assign(texts, told.texts);
    else {
      draw(told);
      setTimeout(() => told.turn === turn && reach(told.seek), REST_MS);
    }
  }

  function fail(): void {
    isFailed = true;
    draw();
    status.textContent = input.value ? __WORDS__.failed || '' : '';
    showList(true);
  }

  function draw(answer?: Answer): void {
    status.textContent = '';
    results.textContent = '';
    texts = {};
    drawCalls(answer ? answer.calls : []);
    if (!answer) return;
    status.textContent = answer.total ? fill(__WORDS__.found, { count: answer.total }) : __WORDS__.none || '';
    if (answer.read) {
      const words = answer.read;
      const button = make('button', '', fill(__WORDS__.read, { words }));
      button.setAttribute('type', 'button');
      button.addEventListener('click', () => {
        input.value = words;
        input.focus();
        ask();
      });
      results.append(make('p', '', button));
    }
    for (const { kind, finds } of answer.groups) results.append(make('h2', '', __WORDS__[kind] || ''), listOf(finds, pages, texts));
    if (answer.asked.length) results.append(make('h2', '', __WORDS__.asked || ''), listOf(answer.asked, pages, texts));
    if (answer.isTitlesOnly) results.append(make('p', 'tiny', __WORDS__.titlesOnly || ''));
  }

  /** A number that stands there stays where it is while the rest comes in: a thumb may be on its way. */
  function drawCalls(places: Answer['calls']): void {
    const names = String(places);
    if (calls.dataset.names === names) return;
    calls.dataset.names = names;
    calls.textContent = '';
    if (places.length) calls.append(make('h2', '', __WORDS__.urgentTitle || ''));
    for (const [, name, use, number, dial] of places) calls.append(callCard(name, use, number, dial));
  }

  region.ontouchstart = () => {
    isTouched = true;
  };
  input.addEventListener('input', ask);
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    // Who asks once more wants more.
    reached = '';
    ask();
    // The keyboard goes away, the results stay.
    input.blur();
  });

  const asked = new URLSearchParams(location.search).get('q');
  if (asked && !input.value) input.value = asked;
  if (location.search) history.replaceState(history.state, '', location.pathname + location.hash);
  if (input.value) ask();
  open().catch(fail);
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Starts the thread; where that is not possible, searching has failed. */
function startThread(hear: (told: Told) => void, fail: () => void): Worker | undefined {
  try {
    const policies = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
    const url = policies ? policies.createPolicy('sttb-tim', { createScriptURL: () => __SEARCHER__ }).createScriptURL('') : __SEARCHER__;
    const thread = new Worker(url);
    thread.onmessage = (event) => hear(event.data as Told);
    thread.onerror = fail;
    return thread;
  } catch (_) {
    setTimeout(fail);
    return undefined;
  }
}

function listOf(finds: Found[], pages: Record<string, string> | undefined, texts: Record<string, Piece[]>): HTMLElement {
  const list = make('ul', 'list');
  const add = (find: Found) => {
    const text = make('span', '', make('b', '', ...marked(find.title)));
    const snippet = texts[find.id] || find.text;
    if (snippet.length) text.append(make('small', '', ...marked(snippet)));
    if (pages && !pages[find.id.replace(/#.*/, '')]) text.append(make('small', '', __WORDS__.away || ''));
    const link = make('a', '', text) as HTMLAnchorElement;
    link.href = __BASE__ + find.id;
    list.append(make('li', '', link));
    return link;
  };
  finds.slice(0, FIRST).forEach(add);
  if (finds.length <= FIRST) return list;
  const more = make('button', '', __WORDS__.more || '');
  more.setAttribute('type', 'button');
  more.addEventListener('click', () => {
    const [first] = finds.slice(FIRST).map(add);
    if (first) first.focus();
    more.remove();
  });
  return make('div', '', list, more);
}

function callCard(name: string, use: string, number: string, dial: string): HTMLElement {
  const link = make('a', '', make('b', '', number)) as HTMLAnchorElement;
  link.href = `tel:${dial}`;
  return make('p', 'call', link, make('span', '', make('strong', '', name), use));
}

const marked = (pieces: Piece[]): (Node | string)[] => pieces.map(([text, isMarked]) => (isMarked ? make('mark', '', text) : text));

function make(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
