const counted = 'người|vụ|nạn nhân|trường hợp|cuộc gọi|lao động|chỉ tiêu|đường dây|đối tượng|phụ nữ|trẻ em|hộ';
const amount = new RegExp(`(^|[^\\p{L}\\p{N}.,])(\\d+(?:\\.\\d{3})*)(,\\d+)?(?: ?% ?| (?:${counted})(?![\\p{L}]))`, 'giu');
const year = /(^|\D)(?:19|20)\d\d(?!\d)/;
/** After a share these make it a rate, which has no year. */
const rate = /^\s*(?:\/|một |mỗi )/;
/** Fewer people than this are a story, not a statistic. */
const MANY = 50;

/** Places of statistics in a paragraph that names no year: a share, or many people or cases. */
export function undatedNumbers(text: string): { at: number; text: string }[] {
  if (year.test(text)) return [];
  return [...text.matchAll(amount)].flatMap((match) => {
    const isShare = match[0].includes('%');
    if (isShare ? rate.test(text.slice(match.index + match[0].length)) : Number((match[2] ?? '').replaceAll('.', '')) < MANY) return [];
    const lead = match[1]?.length ?? 0;
    return [{ at: match.index + lead, text: match[0].slice(lead).trim() }];
  });
}
