/** Puts parts into a sentence that the page brought along: `{name}` becomes `parts.name`. */
export const fill = (sentence: string | undefined, parts: Record<string, string | number> = {}): string => (sentence || '').replace(/\{(\w+)\}/g, (_, name: string) => String(parts[name]));

/** Writes words into an element, and shows it only when there are any. */
export function show(element: Element | null, words: string): void {
  if (!element) return;
  element.textContent = words;
  (element as HTMLElement).hidden = !words;
}

/** Today on this phone, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (part: number) => `0${part}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
