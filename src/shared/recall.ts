/**
 * A recall: what was published and must not be followed any more. The root of the packs names it, so a phone learns of it from
 * the smallest request there is, before and whether or not it can fetch the rest of a new edition.
 */
export interface Recall {
  /** Root-relative paths of withdrawn pages, each with the id of the body that says why. */
  pages: Record<string, string>;
  numbers: RecalledNumber[];
}

/** A number that nobody should call any more. */
export interface RecalledNumber {
  /** The ways in which pages write it, with their spaces. */
  written: string[];
  /** The sentence that stands in its place, as text. */
  instead: string;
}

/** Shorter numbers are also counts, and the numbers of laws: of those only the link that calls is taken away. */
const TELLING_DIGITS = 6;

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * Takes recalled numbers out of a page's body, links and written forms, and says why in their place.
 *
 * @param body HTML as the build wrote it
 */
export function strikeNumbers(body: string, numbers: RecalledNumber[]): string {
  let result = body;
  for (const { written, instead } of numbers) {
    const forms = written.map(digitsOf);
    const words = escapeHtml(instead);
    result = result.replace(/<a\b[^>]*\bhref="?tel:([+\d]+)"?[^>]*>.*?<\/a>/gs, (link, number: string) => (forms.includes(digitsOf(number)) ? `<b>${words}</b>` : link));
    for (const form of written) if (digitsOf(form).length >= TELLING_DIGITS) result = result.split(form).join(words);
  }
  return result;
}
