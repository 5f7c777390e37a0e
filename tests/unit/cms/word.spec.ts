import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { loadSerializer } from '../../../src/build/desk/serializer.ts';
import { readWord } from '../../../src/cms/word/read-word.ts';
import { wordFile } from '../../support/word-file.ts';
import { bodyOf } from './support/html.ts';

const read = (bytes: Uint8Array, name = 'bai.docx') => readWord(new Uint8Array(bytes), { name, parse: bodyOf, pictureName: (index) => `bai-${index}` });
const picture = () =>
  sharp({ create: { width: 400, height: 240, channels: 3, background: '#3a7d44' } })
    .png()
    .toBuffer();

test('a Word file becomes a lesson with all that was in it', async () => {
  const { fromBlocks, canonicalBody } = await loadSerializer();
  const { title, blocks, pictures, notes } = await read(await wordFile({ title: 'Lời mời việc làm', picture: await picture() }));
  expect(title).toBe('Lời mời việc làm');
  const body = fromBlocks(blocks);
  expect(body).toBe(
    [
      '## Chuyện ở bản',
      'Có người **lạ** mời *đi làm*. Lương \\{20 triệu}, 5 \\< 6. [Trang của tỉnh](https://thanhhoa.gov.vn/)\\[1]',
      '- Hỏi tên\n\n  - Xem giấy tờ\n- Hỏi nơi làm',
      '### Làm gì trước',
      '1. Gọi về nhà\n2. Gọi xã',
      '- Việc: **Giữ giấy tờ**; Ai: Mình; Bao giờ: Luôn luôn',
      '<Picture src="bai-1.webp" alt="Chợ phiên buổi sáng" />',
      '1. Nguồn: người dân kể.',
    ].join('\n\n'),
  );
  expect(canonicalBody(body)).toBe(body);
  expect(pictures.map(({ src, type }) => [src, type])).toEqual([['bai-1.webp', 'image/png']]);
  expect((await sharp(Buffer.from(pictures[0]?.bytes ?? new ArrayBuffer(0))).metadata()).width).toBe(400);
  expect(notes.join(' ')).toMatch(/^Bảng đã thành danh sách.*Chú thích cuối trang đã thành danh sách ở cuối bài\.$/);
});

test('old letters in a Word file are mended, capitals by their font, and the editor is told', async () => {
  const { fromBlocks } = await loadSerializer();
  const { blocks, notes } = await read(await wordFile({ title: 'Bài cũ', picture: await picture(), old: true }));
  expect(fromBlocks(blocks)).toContain('\n\nỦY BAN NHÂN DÂN XÃ\n\nKhi có chuyện, **gọi ngay** cho công an.');
  expect(notes[0]).toMatch(/mã cũ TCVN3 .* sang Unicode/);
});

test('a file that is no Word file, is locked, old, broken or huge is refused in words', async () => {
  const whole = await wordFile({ title: 'Bài', picture: await picture() });
  const container = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1';
  const files: [name: string, bytes: Uint8Array, words: RegExp][] = [
    ['cu.doc', Buffer.from(`${container}${'\0'.repeat(600)}WordDocument`, 'latin1'), /đời cũ \(\.doc\)/],
    ['khoa.docx', Buffer.from(`${container}${'\0'.repeat(600)}${[...'EncryptedPackage'].join('\0')}`, 'latin1'), /có mật khẩu/],
    ['a.pdf', Buffer.from('%PDF-1.7'), /tệp PDF/],
    ['a.rtf', Buffer.from('{\\rtf1'), /tệp RTF/],
    ['anh.jpg', Buffer.from('\u00FF\u00D8\u00FF', 'latin1'), /không phải tệp Word/],
    ['rong.docx', new Uint8Array(0), /tệp trống/],
    ['dut.docx', whole.subarray(0, whole.length / 2), /tệp hỏng/],
    ['zip.docx', Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1'), /tệp hỏng hoặc không phải/],
    ['nang.docx', Buffer.concat([whole, Buffer.alloc(60_000_000)]), /nặng hơn 50 MB/],
  ];
  for (const [name, bytes, words] of files) await expect(read(bytes, name), name).rejects.toThrow(words);
});
