/**
 * What was found, ready to stand in a message: one line, nothing invisible (a terminal must not obey a content file),
 * cut when long, in Vietnamese quotation marks.
 */
export function quote(text: string, longest = 40): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  const letters = [...plain];
  return `“${letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : plain}”`;
}

/** A list of names with commas, cut when long: `a, b, c và 4 cái khác`. */
export function list(names: string[], most = 12): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} và ${names.length - most} cái khác`;
}
