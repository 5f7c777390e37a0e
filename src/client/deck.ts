import { fill } from './words.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/** What the two windows tell each other. From a memory stick they have no common origin, so nothing but numbers is told, and only the other window is listened to. */
interface Word {
  deck: 'at' | 'go' | 'hello';
  at: number;
  spent: number;
}

const NOTES = '#ghi-chu';

/**
 * Shows a deck one slide at a time. `root` holds `.slide`s (complete without this: they are scrolled), a `.panel` of buttons and a `.desk` for the
 * notes, both hidden. Opened as `#ghi-chu` from another window it is that window's notes.
 */
export function start(root: HTMLElement): void {
  const page = document.documentElement;
  const slides = Array.from(root.querySelectorAll<HTMLElement>('.slide'));
  const panel = root.querySelector<HTMLElement>('.panel') as HTMLElement;
  const part = (name: string) => root.querySelector(`[data-part=${name}]`) as HTMLElement;
  const opener = window.opener as Window | null;
  const isDesk = location.hash === NOTES && !!opener;
  /** Step → when it began, so that going back does not restart its clock. */
  const began: Record<string, number> = {};
  let notes: Window | null = null;
  let at = Math.max(0, Math.min(slides.length - 1, Number(location.hash.slice(2)) - 1 || 0));
  let spent = 0;
  let sleep = 0;

  page.classList.add(isDesk ? 'desk-on' : 'show-on');
  panel.hidden = false;
  if (isDesk) (root.querySelector('.desk') as HTMLElement).hidden = false;

  function draw(): void {
    const slide = slides[at] as HTMLElement;
    const minutes = Number(slide.dataset.minutes);
    slides.forEach((other, index) => other.classList.toggle('on', index === at));
    part('where').textContent = fill(__WORDS__.where, { at: at + 1, all: slides.length });
    part('timer').textContent = minutes ? fill(spent > minutes ? __WORDS__.over : __WORDS__.timer, { spent, minutes }) : '';
    part('timer').classList.toggle('late', minutes > 0 && spent > minutes);
    if (isDesk) drawDesk(slide, slides[at + 1]);
  }

  function drawDesk(slide: HTMLElement, following: HTMLElement | undefined): void {
    const list = part('notes');
    list.textContent = '';
    const lines = Array.from(slide.querySelectorAll('.notes li'));
    (lines.length ? lines.map((line) => line.textContent) : [__WORDS__.noNotes]).forEach((line) => {
      list.appendChild(document.createElement('li')).textContent = line || '';
    });
    part('now').textContent = titleOf(slide);
    part('next').textContent = following ? titleOf(following) : '–';
  }

  /** Whole minutes of the present step so far. */
  function tick(): void {
    const step = (slides[at] as HTMLElement).dataset.step || '';
    began[step] = began[step] || Date.now();
    spent = Math.floor((Date.now() - (began[step] as number)) / 60_000);
    draw();
    tell(notes, 'at');
  }

  function tell(to: Window | null, deck: Word['deck']): void {
    if (to && !to.closed) to.postMessage({ deck, at, spent } as Word, '*');
  }

  function go(to: number): void {
    at = Math.max(0, Math.min(slides.length - 1, to));
    if (isDesk) {
      tell(opener, 'go');
      if (!opener || opener.closed) part('timer').textContent = __WORDS__.lost || '';
      return;
    }
    page.classList.remove('dark-on');
    history.replaceState(history.state, '', `#s${at + 1}`);
    tick();
  }

  const acts: Record<string, () => void> = {
    next: () => go(at + 1),
    previous: () => go(at - 1),
    first: () => go(0),
    last: () => go(slides.length - 1),
    blank: () => page.classList.toggle('dark-on'),
    notes: () => {
      // A window with a name of ours would look like one that quick exit has marked.
      if (notes && !notes.closed) notes.focus();
      else notes = window.open(location.href.split('#')[0] + NOTES, '_blank', 'width=480,height=720');
    },
    full: () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (page.requestFullscreen) page.requestFullscreen().catch(() => {});
    },
  };
  /** Keys of a keyboard and of the clickers that are sold as "PowerPoint remotes". */
  const keys: Record<string, string> = {
    ArrowRight: 'next',
    ArrowDown: 'next',
    PageDown: 'next',
    ' ': 'next',
    ArrowLeft: 'previous',
    ArrowUp: 'previous',
    PageUp: 'previous',
    Home: 'first',
    End: 'last',
    b: 'blank',
    '.': 'blank',
    n: 'notes',
    f: 'full',
  };

  document.addEventListener('keydown', (event) => {
    const name = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const isOnControl = event.key === ' ' && (event.target as HTMLElement).closest('a,button');
    if (!name || isOnControl || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    (acts[name] as () => void)();
  });
  panel.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-act]');
    if (button) (acts[button.dataset.act || ''] as () => void)();
  });
  swipe(root, (way) => go(at + way));
  function wake(): void {
    page.classList.add('awake');
    clearTimeout(sleep);
    sleep = window.setTimeout(() => page.classList.remove('awake'), 3000);
  }
  for (const sign of ['touchstart', 'focusin']) document.addEventListener(sign, wake);
  // Chromium tells of a "move" of a pointer that lies still, after a page is drawn: buttons must not come over the words on the wall for that.
  let place = '';
  document.addEventListener('pointermove', (event) => {
    const before = place;
    place = `${event.screenX} ${event.screenY}`;
    if (before && before !== place) wake();
  });
  window.addEventListener('message', (event) => {
    const word = event.data as Word;
    if (!word || typeof word.at !== 'number') return;
    if (isDesk && event.source === opener && word.deck === 'at') {
      at = word.at;
      spent = word.spent;
      draw();
    } else if (!isDesk && event.source && event.source === notes) {
      if (word.deck === 'go') go(word.at);
      else tell(notes, 'at');
    }
  });
  if (isDesk) {
    draw();
    tell(opener, 'hello');
  } else {
    go(at);
    setInterval(tick, 10_000);
  }
}

const titleOf = (slide: HTMLElement) => (slide.querySelector('h1,h2') as HTMLElement).textContent || '';

/** Calls `move` with 1 or -1 when a finger wipes sideways. */
function swipe(root: HTMLElement, move: (way: number) => void): void {
  let from: Touch | undefined;
  root.addEventListener('touchstart', (event) => {
    from = event.touches.length === 1 ? event.touches[0] : undefined;
  });
  root.addEventListener('touchend', (event) => {
    const to = event.changedTouches[0];
    if (!from || !to) return;
    const dx = to.clientX - from.clientX;
    if (Math.abs(dx) > 50 && Math.abs(dx) > 2 * Math.abs(to.clientY - from.clientY)) move(dx < 0 ? 1 : -1);
    from = undefined;
  });
}
