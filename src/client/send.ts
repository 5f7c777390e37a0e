import { show } from './words.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/**
 * Adds buttons that send a text on: the phone's share sheet where there is one, and a copy.
 *
 * @param place An empty element for the buttons.
 * @param textOf Gives the text at the moment of the tap.
 */
export function addActs(place: Element, textOf: () => string): void {
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const act = (isThere: boolean, words: string | undefined, send: (text: string) => Promise<unknown>) => {
    if (!isThere) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words || '';
    // A share that was called off is not a mistake.
    button.addEventListener('click', () => send(textOf()).catch(() => {}));
    place.append(button, ' ');
  };
  act('share' in navigator, __WORDS__.share, (text) => navigator.share({ text }));
  act('clipboard' in navigator, __WORDS__.copy, (text) => navigator.clipboard.writeText(text).then(() => show(status, __WORDS__.copied || '')));
  place.append(status);
}

/** A part of the page of things to send on: a text to share, or links to pictures that the share sheet can take whole. */
export function start(root: HTMLElement): void {
  const quote = root.querySelector('blockquote');
  const place = root.querySelector('[data-part=acts]');
  if (quote && place) addActs(place, () => quote.textContent || '');
  else root.addEventListener('click', sendPicture);
}

/** Opens the share sheet with the picture itself. Where that cannot be, the link is followed: the picture opens. */
function sendPicture(event: Event): void {
  const link = (event.target as Element).closest('a');
  if (!link || !('canShare' in navigator)) return;
  const probe = { files: [new File([''], 'x.png', { type: 'image/png' })] };
  if (!navigator.canShare(probe)) return;
  event.preventDefault();
  const open = () => {
    location.href = link.href;
  };
  fetch(link.href)
    .then((response) => (response.ok ? response.blob() : Promise.reject()))
    .then((bytes) => navigator.share({ files: [new File([bytes], 'so-tay.png', { type: 'image/png' })] }))
    .catch((problem) => {
      if (!problem || problem.name !== 'AbortError') open();
    });
}
