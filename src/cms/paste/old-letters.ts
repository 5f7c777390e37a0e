/** The two encodings in which Vietnamese offices wrote before Unicode. */
export type OldEncoding = 'TCVN3' | 'VNI';

const acute = '\u0301';
const grave = '\u0300';
const hook = '\u0309';
const tilde = '\u0303';
const dot = '\u0323';
const circumflex = '\u0302';
const breve = '\u0306';

/**
 * TCVN3 (TCVN 5712:1993, VN3; the fonts whose names begin with `.Vn`): a letter is one sign, and what Windows shows for it
 * in any other font stands here. The letters in the order of the standard's tables as Unikey's VnConv and
 * vietunicode.sourceforge.net/charset print them. Capitals with a tone have no sign of their own: a capital font draws them.
 */
const tcvn3Signs = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ®¡¢£¤¥¦§';
const tcvn3Letters = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ';
const tcvn3 = new Map([...tcvn3Signs].map((sign, index) => [sign, [...tcvn3Letters][index] ?? sign]));

/** VNI for Windows (the fonts `VNI-…`; tables as above): a letter, then a sign for its marks; a few letters are one sign. */
const vniMarks: Record<string, string> = {
  ù: acute,
  ø: grave,
  û: hook,
  õ: tilde,
  ï: dot,
  â: circumflex,
  á: circumflex + acute,
  à: circumflex + grave,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
  ê: breve,
  é: breve + acute,
  è: breve + grave,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
};
const vniLetters: Record<string, string> = { ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };
/** Which marks a letter can carry; others leave both signs as they are. */
const vniPair = /([aeo])([âáàåãä])|(a)([êéèúüë])|([aeouyôö])([ùøûõï])|[ôöñæóòî]/giu;

/**
 * A text in an old encoding as Unicode, marks put together (NFC).
 *
 * @param isCapital whether its font draws small letters as capitals (`.VnTimeH` and the like)
 */
export function fromOldEncoding(text: string, encoding: OldEncoding, isCapital = false): string {
  const letters = encoding === 'TCVN3' ? [...text].map((sign) => tcvn3.get(sign) ?? sign).join('') : text.replace(vniPair, vniLetter);
  const whole = letters.normalize('NFC');
  if (isCapital || encoding === 'VNI') return isCapital ? whole.toUpperCase() : whole;
  // "CéNG": somebody typed capitals for a capital font, which are small letters wherever there is a tone.
  return isCapitals(text) ? whole.toUpperCase() : whole.replace(/[\p{L}\u00AD]+/gu, (word) => (isCapitals(word) ? word.toUpperCase() : word));
}

const isCapitals = (word: string): boolean => (word.match(/[A-Z]/g) ?? []).length > 1 && !/[a-z]/.test(word);

function vniLetter(whole: string, ...parts: (string | undefined)[]): string {
  const [base, sign] = parts.slice(0, 6).filter((part): part is string => part !== undefined);
  const marks = sign && vniMarks[sign.toLowerCase()];
  const letter = (one: string) => (vniLetters[one.toLowerCase()] && one === one.toUpperCase() ? vniLetters[one.toLowerCase()]?.toUpperCase() : vniLetters[one.toLowerCase()]) ?? one;
  return base && marks ? `${letter(base)}${marks}`.normalize('NFC') : letter(whole);
}

const initials = 'ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]';
const closed = 'uyu|uya|uây|uôi|uao|ueo|uay|uai|oai|oay|oao|oeo|ươi|ươu|iêu|yêu|ua|ue|ui|oi|ôi|ơi|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|ưa|ưi|ưu';
const open = 'uyê|iê|yê|uô|ươ|uâ|uê|uơ|uy|oa|oă|oe|[aăâeêioôơuưy]';
const syllable = new RegExp(`^(?:${initials})?(?:(?:${closed})|(?:${open})(?:(ch|[cpt])|ng|nh|[mn])?)$`, 'u');

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word could be a Vietnamese syllable, written as people write: small, with a capital first, or all capitals. */
function isSyllable(word: string): boolean {
  if (word !== word.toLowerCase() && word !== word.toUpperCase() && word.slice(1) !== word.slice(1).toLowerCase()) return false;
  const letters = word.toLowerCase().normalize('NFD');
  const tones = letters.match(toneMarks) ?? [];
  const bare = letters.replace(toneMarks, '').normalize('NFC');
  const match = syllable.exec(bare);
  if (!match || tones.length > 1) return false;
  // A syllable that ends in c, ch, p or t is spoken with two tones only.
  return match[1] === undefined || tones[0] === acute || tones[0] === dot;
}

/** Words with anything but plain Latin letters in them: the only ones that tell one encoding from another. */
const markedWords = (text: string): string[] => text.split(/[\s\u0021-\u002F0-9\u003A-\u0040\u005B-\u0060\u007B-\u007E“”‘’…–—]+/u).filter((word) => /[^\u0000-\u007F]/.test(word));

const share = (words: string[]): number => (words.length === 0 ? 0 : words.filter(isSyllable).length / words.length);

/** Letters that only Unicode has: a text with one of them was never written in an old encoding. */
const onlyUnicode = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9\u0300-\u036F]/u;

/** How much more of some words is Vietnamese when they are read in an encoding: -1 to 1. */
const gain = (words: string[], encoding: OldEncoding): number => share(words.map((word) => readAs(word, encoding))) - share(words);

const readAs = (word: string, encoding: OldEncoding): string => fromOldEncoding(word, encoding).replaceAll('\u00AD', '');

/** How no other language writes: a sign that is no letter beside one, a capital after a small letter, a mark after its vowel. One such word is enough. */
const strangeShape = /[A-Za-z][¡-¿×÷Þß\u00AD]|[¡-¿×÷Þß\u00AD][A-Za-z]|[a-z][À-Þ]|[AEOaeo][ÄÅÁÀÃÂäåáàãâ]|[ÔÖôö][ÙØÛÕÏùøûõï]/;

/**
 * In which old encoding a text is: when as it stands most of its marked words cannot be Vietnamese, and read so they can.
 * Undefined for Unicode, for other languages, and when in doubt.
 */
export function oldEncodingOf(text: string): OldEncoding | undefined {
  if (onlyUnicode.test(text)) return undefined;
  const words = [...new Set(markedWords(text))];
  const [best] = (['TCVN3', 'VNI'] as const).map((encoding) => ({ encoding, more: gain(words, encoding) })).sort((a, b) => b.more - a.more);
  if (!best || best.more + share(words) < 0.7) return undefined;
  const telling = words.filter((word) => word.length > 2 && !isSyllable(word) && isSyllable(readAs(word, best.encoding)));
  const isClear = telling.some((word) => strangeShape.test(word)) ? best.more > 0.2 : telling.length > 1 && best.more > 0.5;
  return isClear ? best.encoding : undefined;
}

/**
 * The encoding of each part of one document. A part that says too little by itself goes with the others, unless it makes
 * better sense as it is.
 */
export function oldEncodings(parts: string[]): (OldEncoding | undefined)[] {
  const old = parts.filter((part) => !onlyUnicode.test(part));
  const common = oldEncodingOf(old.join('\n'));
  // Where some of it is Unicode already, a part that could be either stays as it is.
  const isMixed = old.length < parts.length;
  return parts.map((part) => {
    if (onlyUnicode.test(part)) return undefined;
    const own = oldEncodingOf(part);
    if (own || !common) return own;
    const more = gain(markedWords(part), common);
    return more > 0 || (more === 0 && !isMixed) ? common : undefined;
  });
}
