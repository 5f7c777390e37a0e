import { expect, test } from '@playwright/test';
import { loadSerializer } from '../../../src/build/desk/serializer.ts';
import { fromHtml } from '../../../src/cms/paste/from-html.ts';
import { mendLetters } from '../../../src/cms/paste/mend-letters.ts';
import { bodyOf } from './support/html.ts';

/** What a pasted text is in a lesson. */
async function pasted(html: string): Promise<string> {
  const { fromBlocks, canonicalBody } = await loadSerializer();
  const written = fromBlocks(mendLetters(fromHtml(bodyOf(html)).blocks).blocks);
  expect(canonicalBody(written), 'opening it again changes nothing').toBe(written);
  return written;
}

/** A list as Word puts it on the clipboard: paragraphs, each with its marker and its level. */
const wordItem = (level: number, marker: string, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:.5in;mso-add-space:auto;text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

test('what Word puts on the clipboard keeps bold, italics, links and lists with their levels, and lines of its source do not run together', async () => {
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {font-size:12pt} --></style></head><body lang=VI><!--StartFragment-->
<h1><b>Lời mời làm việc<o:p></o:p></b></h1>
<p class=MsoNormal>Nghe lời mời <b style='mso-bidi-font-weight:normal'>lương
cao</b>, hãy <i>hỏi lại</i> <a href="https://thanhhoa.gov.vn/">trang của tỉnh</a><span style='mso-spacerun:yes'>  </span>và <a href="#_ftn1">[1]</a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${wordItem(1, '·', 'Ai mời?')}${wordItem(2, 'o', 'Tên <b>thật</b>')}${wordItem(1, '·', 'Ở đâu?')}
<h2>Làm gì<br>trước</h2>
${wordItem(1, '1.', 'Gọi về nhà')}${wordItem(1, '2.', 'Hỏi xã {a&lt;b}')}
<p class=MsoNormal><img width=100 src="file:///C:/anh.png">Hết.</p><!--EndFragment--></body></html>`;
  expect(await pasted(html)).toBe(
    '## Lời mời làm việc\n\nNghe lời mời **lương cao**, hãy *hỏi lại* [trang của tỉnh](https://thanhhoa.gov.vn/) và \\[1].\n\n- Ai mời?\n\n  - Tên **thật**\n- Ở đâu?\n\n### Làm gì trước\n\n1. Gọi về nhà\n2. Hỏi xã \\{a\\<b}\n\nHết.',
  );
});

test('what Google Docs puts on the clipboard keeps the same', async () => {
  const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h3 dir="ltr"><span style="font-weight:400;">Ba việc</span></h3><p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;">Một </span><span style="font-weight:700;font-style:italic;">hai</span><span style="font-weight:400;"> ba</span></p><ul style="padding-inline-start:48px;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Ngoài</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><a href="tel:111"><span style="font-weight:700;">Trong</span></a></p></li></ul></ul></b>`;
  expect(await pasted(html)).toBe('### Ba việc\n\nMột ***hai*** ba\n\n- Ngoài\n\n  - **[Trong](tel:111)**');
});

test('a table becomes a list in which no cell is lost', async () => {
  const row = (cells: string[], tag = 'td') => `<tr>${cells.map((cell) => `<${tag}><p>${cell}</p></${tag}>`).join('')}</tr>`;
  const table = (...rows: string[]) => `<table><tbody>${rows.join('')}</tbody></table>`;
  expect(await pasted(table(row(['<b>Việc</b>', '<b>Ai làm</b>', '<b>Bao giờ</b>']), row(['Gọi xã', 'Bố mẹ', 'Hôm nay']), row(['Giữ giấy tờ', '', 'Luôn luôn'])))).toBe(
    '- Việc: **Gọi xã**; Ai làm: Bố mẹ; Bao giờ: Hôm nay\n- Việc: **Giữ giấy tờ**; Bao giờ: Luôn luôn',
  );
  expect(await pasted(table(row(['Dấu hiệu', 'Nên làm'], 'th'), row(['Giữ giấy tờ', '<ul><li>Đòi lại</li><li>Gọi 111</li></ul>'])))).toBe('**Dấu hiệu: Nên làm**\n\n- **Giữ giấy tờ**: Đòi lại Gọi 111');
  expect(await pasted(table(row(['Đi đâu?', 'Hỏi *địa chỉ*']), row(['Với ai', 'Hỏi tên'])))).toBe('- **Đi đâu?** Hỏi \\*địa chỉ\\*\n- **Với ai**: Hỏi tên');
  expect(await pasted(table('<tr><td><p>Khung</p><p>một ô</p></td></tr>'))).toBe('Khung\n\nmột ô');
  expect(await pasted(table('<tr><td colspan="2"><b>Gộp</b></td></tr>', row(['một', 'hai'])))).toBe('- **Gộp**\n- **một**: hai');
});

test('nothing of a page that could do something comes along, only its words', async () => {
  const html =
    '<div onclick="x()">Chữ<script>alert(1)</script><style>p{}</style><iframe src="https://xau.vn"></iframe> <a href="javascript:x()">một</a> <a href="data:text/html,x">hai</a> <a href="//xau.vn">ba</a> <svg><a href="x">bốn</a></svg><span style="display:none">ẩn</span></div>';
  expect(await pasted(html)).toBe('Chữ một hai ba');
});

test('letters are put together, and those nobody sees are gone', async () => {
  expect(await pasted(`<p>${'Tiếng Việt'.normalize('NFD')}\u200B c\u00ADó&nbsp;dấu \uF0B7</p>`)).toBe('Tiếng Việt có dấu');
});

test('old letters are mended part by part: a heading in a capital font, a paragraph, and Unicode beside them is left alone', async () => {
  const html = `<p><span style='font-family:".VnTimeH"'>Céng hoµ x· héi</span></p><p style='font-family:.VnTime'>Ng­êi <b>d©n</b> ë b¶n</p><p>Người dân ở bản</p><p>cô giáo</p>`;
  expect(await pasted(html)).toBe('CỘNG HOÀ XÃ HỘI\n\nNgười **dân** ở bản\n\nNgười dân ở bản\n\ncô giáo');
});
