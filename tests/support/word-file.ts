import { Document, ExternalHyperlink, FootnoteReferenceRun, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, type ParagraphChild, Table, TableCell, TableRow, TextRun } from 'docx';

const cell = (text: string, bold = false) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] });
const row = (...cells: TableCell[]) => new TableRow({ children: cells });

/** A Word file as an office writes it: a title, headings, lists with levels, a link, a table, a picture, a footnote. */
export function wordFile({ title, picture, old = false, link = 'https://thanhhoa.gov.vn/' }: { title: string; picture: Buffer; old?: boolean; link?: string }): Promise<Buffer> {
  const words = (...children: ParagraphChild[]) => new Paragraph({ children });
  const item = (text: string, level: number, reference: string) => new Paragraph({ text, numbering: { reference, level } });
  const numbering = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({ reference, levels: [0, 1].map((level) => ({ level, format, text })) });
  const oldPart = [
    new Paragraph({ children: [new TextRun({ text: 'ñy ban nh©n d©n x·', font: '.VnTimeH' })] }),
    new Paragraph({ children: [new TextRun({ text: 'Khi cã chuyÖn, ', font: '.VnTime' }), new TextRun({ text: 'gäi ngay', font: '.VnTime', bold: true }), new TextRun({ text: ' cho c«ng an.', font: '.VnTime' })] }),
  ];
  const document = new Document({
    numbering: { config: [numbering('gach', LevelFormat.BULLET, '•'), numbering('so', LevelFormat.DECIMAL, '%1.')] },
    footnotes: { 1: { children: [new Paragraph('Nguồn: người dân kể.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'Chuyện ở bản', heading: HeadingLevel.HEADING_1 }),
          words(
            new TextRun('Có người '),
            new TextRun({ text: 'lạ', bold: true }),
            new TextRun(' mời '),
            new TextRun({ text: 'đi làm', italics: true }),
            new TextRun('. Lương {20 triệu}, 5 < 6. '),
            new ExternalHyperlink({ link, children: [new TextRun('Trang của tỉnh')] }),
            new FootnoteReferenceRun(1),
          ),
          item('Hỏi tên', 0, 'gach'),
          item('Xem giấy tờ', 1, 'gach'),
          item('Hỏi nơi làm', 0, 'gach'),
          new Paragraph({ text: 'Làm gì trước', heading: HeadingLevel.HEADING_2 }),
          item('Gọi về nhà', 0, 'so'),
          item('Gọi xã', 0, 'so'),
          new Table({ rows: [row(cell('Việc', true), cell('Ai', true), cell('Bao giờ', true)), row(cell('Giữ giấy tờ'), cell('Mình'), cell('Luôn luôn'))] }),
          words(new ImageRun({ type: 'png', data: picture, transformation: { width: 100, height: 60 }, altText: { name: 'anh', title: 'anh', description: 'Chợ phiên buổi sáng' } })),
          ...(old ? oldPart : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
