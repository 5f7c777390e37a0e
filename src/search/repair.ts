import { undoKeys } from './typing.ts';
import { isSyllable, type Word, wordsOf } from './words.ts';

/** How many entries have a word; 0 when the vocabulary lacks it. */
export type Count = (word: string) => number;

/** Written short by thumb, and words of Thanh Hóa and its neighbours: each stands for what most texts say. */
const MEANT = new Map<string, string>();
const known =
  'ko k kg hok hong khg=không|dc dk=được|vk gay=vợ|ck=chồng|sdt=số điện thoại|dt=điện thoại|ubnd=ủy ban nhân dân|cccd=căn cước công dân|cmnd=chứng minh nhân dân|xkld=xuất khẩu lao động|bhyt=bảo hiểm y tế|bhxh=bảo hiểm xã hội|csgt=cảnh sát giao thông|mbn=mua bán người|hdld=hợp đồng lao động|hd=hợp đồng|ld=lao động|ng=người|nc nac=nước|nn=nước ngoài|tq=Trung Quốc|cpc=Campuchia|vn=Việt Nam|bp=biên phòng|ca=công an|tgpl=trợ giúp pháp lý|j chi=gì|z=vậy|r=rồi|lm man=làm|mn=mọi người|gd=gia đình|' +
  'mo=đâu|rang=sao|rua=thế|no=không|ni=này|te=kia|ngai=xa|troc=đầu|tui=tôi|choa=chúng tôi|han=nó|mi=mày|bo=bố|ma=mẹ|me=bà|o=cô|tru=trâu';
for (const line of known.split('|')) {
  const [from = '', to = ''] = line.split('=');
  for (const word of from.split(' ')) MEANT.set(word, to);
}

const LETTERS = 'abcdeghiklmnopqrstuvxy';
/** A neighbour that goes with a word tells more about it than how often it is used. */
const PAIR_WORTH = 50;

/**
 * Reads a query as it was meant. A word that the vocabulary has is left alone; for one that it lacks, in this order: keys
 * of Telex or VNI that were not turned into letters, an abbreviation, a word of the region, two words written as one, one slip.
 * What cannot be read stays as it is.
 */
export function repair(words: readonly Word[], count: Count): Word[] {
  // Someone who left keys behind in one word did so in all: "his" between such words is "hí", not a foreign word.
  const isKeys = words.some((word) => !count(word.folded) && readKeys(word, count));
  const read: Word[] = [];
  words.forEach((word, index) => {
    const isKnown = count(word.folded) > 0;
    const keys = !isKnown || (isKeys && !isSyllable(word.folded)) ? readKeys(word, count) : undefined;
    if (keys) read.push(keys);
    else if (isKnown) read.push(word);
    else read.push(...(readShort(word) || readSlip(word, count, words[index - 1], words[index + 1]) || [word]));
  });
  return read;
}

/** Folded words that a typed word stands for if it is none itself. */
export function readings(word: Word): string[] {
  const keys = undoKeys(word.folded);
  return (keys ? [keys] : readShort(word) || []).map(({ folded }) => folded);
}

function readKeys(word: Word, count: Count): Word | undefined {
  const undone = undoKeys(word.folded);
  return undone && count(undone.folded) ? undone : undefined;
}

function readShort({ folded }: Word): Word[] | undefined {
  const meant = MEANT.get(folded);
  return meant ? wordsOf(meant) : undefined;
}

const isLikely = (word: string): boolean => word.length > 6 || isSyllable(word);

/** A word that is one wrong touch away, or two that were written as one; of several the one that goes with its neighbours, then the one most used. */
function readSlip({ folded }: Word, count: Count, before: Word | undefined, after: Word | undefined): Word[] | undefined {
  if (folded.length < 4 || /\d/.test(folded)) return undefined;
  let best: string[] | undefined;
  let top = 0;
  const consider = (first: string, second?: string) => {
    const last = second || first;
    // Short ones are Vietnamese or they are noise; long ones may be names from abroad.
    if (!count(first) || !count(last) || !isLikely(first) || !isLikely(last)) return;
    const together = second ? count(`${first} ${second}`) : 1;
    if (!together) return;
    const pairs = (before ? count(`${before.folded} ${first}`) : 0) + (after ? count(`${last} ${after.folded}`) : 0);
    const worth = Math.min(count(first), count(last)) + PAIR_WORTH * (pairs + (second ? together : 0));
    if (worth <= top) return;
    top = worth;
    best = second ? [first, second] : [first];
  };
  for (let at = 0; at <= folded.length; at++) {
    const start = folded.slice(0, at);
    const rest = folded.slice(at);
    consider(start + rest.slice(1));
    if (rest.length > 1) consider(start + rest.charAt(1) + rest.charAt(0) + rest.slice(2));
    for (const letter of LETTERS) {
      consider(start + letter + rest.slice(1));
      consider(start + letter + rest);
    }
    if (at && rest) consider(start, rest);
  }
  return best?.map((part) => ({ folded: part, marked: part }));
}
