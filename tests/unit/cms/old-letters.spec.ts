import { expect, test } from '@playwright/test';
import { readContent } from '../../../src/build/read-content.ts';
import { mendText } from '../../../src/cms/paste/mend-letters.ts';
import { fromOldEncoding, oldEncodingOf } from '../../../src/cms/paste/old-letters.ts';

/**
 * Every Vietnamese letter beside its sign in both old encodings, in one order. TCVN3: TCVN 5712:1993, as in glibc's charmap
 * TCVN5712-1; VNI: the table for VNI-Win of vietunicode.sourceforge.net/charset and of Unikey's VnConv.
 */
const small = [...'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ'];
const tcvn3 = [...'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ®'];
const vni = 'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î ñ'.split(' ');
const capitals = new Map([...'ĂÂÊÔƠƯĐ'].map((letter, index) => [letter, [...'¡¢£¤¥¦§'][index] ?? '']));

test('every letter of both old encodings is read, capitals too', () => {
  expect([tcvn3.length, vni.length]).toEqual([small.length, small.length]);
  expect(tcvn3.map((sign) => fromOldEncoding(sign, 'TCVN3'))).toEqual(small);
  expect([...capitals.values()].map((sign) => fromOldEncoding(sign, 'TCVN3'))).toEqual([...capitals.keys()]);
  expect(tcvn3.map((sign) => fromOldEncoding(sign, 'TCVN3', true))).toEqual(small.map((letter) => letter.toUpperCase()));
  expect(vni.map((sign) => fromOldEncoding(sign, 'VNI'))).toEqual(small);
  expect(vni.map((sign) => fromOldEncoding(sign.toUpperCase(), 'VNI'))).toEqual(small.map((letter) => letter.toUpperCase()));
});

test('what offices wrote before Unicode is recognised and can be read', () => {
  const texts = {
    'Céng hoµ x· héi chñ nghÜa ViÖt Nam': 'Cộng hoà xã hội chủ nghĩa Việt Nam',
    '§éc lËp - Tù do - H¹nh phóc': 'Độc lập - Tự do - Hạnh phúc',
    'UBND HUYÖN M¦êNG L¸T': 'UBND HUYỆN MƯỜNG LÁT',
    'Khi cã chuyÖn': 'Khi có chuyện',
    'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam': 'Cộng hòa xã hội chủ nghĩa Việt Nam',
    'ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC': 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC',
    'Coâng an xaõ': 'Công an xã',
    Vieät: 'Việt',
  };
  for (const [old, now] of Object.entries(texts)) expect(mendText(old).text).toBe(now);
  expect(mendText('®i\r\nNg­êi ta høa: “l­¬ng cao”.').text).toBe('đi\nNgười ta hứa: “lương cao”.');
});

test('Unicode is never touched: no line of the whole content, no other language, no sign of measure', () => {
  const lines = readContent('content').files.flatMap(({ text }) => text.split('\n'));
  expect(lines.length).toBeGreaterThan(10_000);
  expect(lines.filter((line) => oldEncodingOf(line) !== undefined)).toEqual([]);
  const others = ['café crème', 'Müller über Löwe', 'El Niño, señor', 'São Paulo', 'Noël, naïve, où, bientôt', '© 2026', '5 µm và 6 µm', '«oui»', 'bà cô có cá', 'Thanh Hoá, Hà Nam', 'Mông, Thái, Dao, Mường', '½ ± 3 §'];
  expect(others.filter((text) => mendText(text).text !== text)).toEqual([]);
});

test('nearly every line of the content is known again when it is written in an old encoding, and comes back letter for letter', () => {
  const signs = {
    TCVN3: new Map([...small.map((letter, index) => [letter, tcvn3[index] ?? ''] as const), ...capitals]),
    VNI: new Map([...small, ...small.map((letter) => letter.toUpperCase())].map((letter, index) => [letter, [...vni, ...vni.map((sign) => sign.toUpperCase())][index] ?? ''])),
  };
  const lines = readContent('content').files.flatMap(({ text }) => text.split('\n').filter((line) => line.trim().split(' ').length > 5));
  for (const encoding of ['TCVN3', 'VNI'] as const) {
    const table = signs[encoding];
    // A capital with a tone has no sign of its own in TCVN3.
    const writable = lines.filter((line) => [...line].every((letter) => table.has(letter) || letter.charCodeAt(0) < 128) && /[^\u0000-\u007F]/.test(line));
    const known = writable.filter((line) => {
      const old = [...line].map((letter) => table.get(letter) ?? letter).join('');
      const found = oldEncodingOf(old);
      if (found) expect({ old, now: fromOldEncoding(old, found) }).toEqual({ old, now: line });
      return found === encoding;
    });
    expect(writable.length).toBeGreaterThan(3000);
    expect(known.length / writable.length).toBeGreaterThan(0.99);
  }
});
