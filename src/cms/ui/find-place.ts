/**
 * Takes the editor to the place of a problem: the field whose name begins the line, or the words of the line in the text.
 *
 * @param text the file as it would be saved @param line from 1
 */
export function goToLine(text: string, line: number): void {
  const lines = text.split('\n');
  const words = (lines[line - 1] ?? '').trim();
  const body = document.querySelector<HTMLElement>('.cms-editor-visual');
  const isInBody = text.startsWith('---\n') && line > lines.indexOf('---', 1) + 1;
  const target = isInBody && body ? placeInBody(body, words) : fieldOf(lines, line - 1);
  if (!target) return;
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

/** The field of the nearest line above that begins at the margin. */
function fieldOf(lines: string[], index: number): HTMLElement | undefined {
  for (let at = index; at >= 0; at--) {
    const name = /^([A-Za-z]\w*):/.exec(lines[at] ?? '')?.[1];
    const label = name && document.querySelector<HTMLLabelElement>(`label[for^="${name}-field-"]`);
    if (label) return document.getElementById(label.htmlFor) ?? label;
  }
  return undefined;
}

/** The smallest part of the rich text that shows the words of a line. */
function placeInBody(body: HTMLElement, line: string): HTMLElement {
  const words = line
    .replace(/<[^>]*>/g, ' ')
    .replace(/[*\\#>]|^\s*(?:-|\d+\.)\s/g, '')
    .trim()
    .slice(0, 30);
  const attribute = /="([^"]+)"/.exec(line)?.[1];
  const inputs = [...body.querySelectorAll<HTMLInputElement>('input')].find((input) => attribute !== undefined && input.value === attribute);
  if (inputs) return inputs;
  const places = [...body.querySelectorAll<HTMLElement>('p, li, h2, h3, [contenteditable="true"]')].filter((place) => words !== '' && place.textContent?.includes(words));
  return places.at(-1) ?? body.querySelector<HTMLElement>('[contenteditable="true"]') ?? body;
}
