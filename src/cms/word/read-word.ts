import mammoth from 'mammoth';
import { type Block, paragraph, wordsOf } from '../paste/blocks.ts';
import { CAPITALS, fromHtml } from '../paste/from-html.ts';
import { attributeOf, childrenOf, type HtmlNode, isElement, textOfNode } from '../paste/html-node.ts';
import { mendLetters } from '../paste/mend-letters.ts';
import { sayChanges } from '../paste/say-changes.ts';
import { wordRefusal } from './refusal.ts';

/** A picture that was in a Word file. */
export interface WordPicture {
  /** What it is called in the lesson: `ten-tep-1.webp`, or `.svg`. */
  src: string;
  /** Its own kind: `image/png`. */
  type: string;
  bytes: ArrayBuffer;
}

/** A lesson made of a Word file. */
export interface WordLesson {
  title: string;
  /** Its text in the editor's own shape. */
  blocks: Block[];
  pictures: WordPicture[];
  /** What the editor should know: a sentence each. */
  notes: string[];
}

/** A file that cannot be taken in; the message is for the editor. */
export class NotWord extends Error {
  override name = 'NotWord';
}

/** What the file is, and what is needed to read it here: a reader of HTML, and names for pictures that are not taken. */
interface Surroundings {
  name: string;
  parse(html: string): HtmlNode;
  /** The name of a picture, without ending. @param index from 1 */
  pictureName(index: number): string;
}

const TITLE = 'ten-bai';
const kinds: Record<string, string> = { 'image/png': 'webp', 'image/jpeg': 'webp', 'image/webp': 'webp' };

/**
 * Makes a lesson of a `.docx`: its title, headings, lists, bold and italics, links, tables as lists, pictures.
 *
 * @throws {NotWord} in words, for anything that is no readable `.docx`
 */
export async function readWord(bytes: Uint8Array<ArrayBuffer>, { name, parse, pictureName }: Surroundings): Promise<WordLesson> {
  const refused = wordRefusal(name, bytes);
  if (refused) throw new NotWord(refused);
  const pictures: WordPicture[] = [];
  let unshown = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = kinds[image.contentType];
    if (!ending) {
      unshown += 1;
      return { src: '' };
    }
    const src = `${pictureName(pictures.length + 1)}.${ending}`;
    pictures.push({ src, type: image.contentType, bytes: await image.readAsArrayBuffer() });
    return { src };
  });
  const { value, messages } = await mammoth
    .convertToHtml(inputOf(bytes), { convertImage, transformDocument: nameCapitalFonts, styleMap: [`p[style-name='Title'] => p.${TITLE}:fresh`, `r[style-name='${CAPITALS}'] => span.${CAPITALS}`] })
    .catch(() => {
      throw new NotWord(`Không mở được “${name}”: tệp hỏng hoặc không phải tệp Word. Mở bằng Word, lưu lại thành .docx rồi thử lần nữa.`);
    });

  const { title, rest } = titleApart(parse(value));
  const nameless: string[] = [];
  const reading = fromHtml(rest, (picture) => partOf(picture, nameless));
  const mended = mendLetters([paragraph([{ text: title }]), ...reading.blocks]);
  const [first, ...blocks] = mended.blocks;
  const isLost = messages.some(({ message }) => /unrecognised element|could not find|unsupported character/i.test(message));
  return {
    title:
      wordsOf(first ? [first] : [])
        .replace(/\s+/g, ' ')
        .trim() ||
      name
        .replace(/\.docx$/i, '')
        .replace(/[_-]+/g, ' ')
        .normalize('NFC')
        .trim(),
    blocks,
    pictures,
    notes: [
      ...sayChanges({ tables: reading.tables, pictures: 0 }, mended.found),
      ...(nameless.length > 0 ? [`${nameless.length} hình chưa có lời mô tả cho người không nhìn thấy hình. Hãy viết vào ô “Mô tả hình” trước khi lưu.`] : []),
      ...(unshown > 0 ? [`${unshown} hình thuộc kiểu trang không hiện được nên không đưa vào. Hãy lưu hình ấy thành PNG rồi thêm vào bài.`] : []),
      ...(/ id="(?:foot|end)note-\d/.test(value) ? ['Chú thích cuối trang đã thành danh sách ở cuối bài.'] : []),
      ...(isLost ? ['Có thứ không đưa vào được (công thức, biểu đồ hoặc hình vẽ bằng Word). Hãy so lại với tệp gốc.'] : []),
    ],
  };
}

/** The reader takes one or the other, in the browser and in Node. */
const inputOf = (bytes: Uint8Array<ArrayBuffer>) => ({ arrayBuffer: bytes.buffer, buffer: bytes }) as unknown as { arrayBuffer: ArrayBuffer };

/** HTML has no room for fonts, so words in a font that draws capitals are named by a style. */
function nameCapitalFonts(element: { type?: string; font?: string | null; children?: unknown[] }): unknown {
  const children = element.children?.map((child) => nameCapitalFonts(child as typeof element));
  const isCapital = element.type === 'run' && /^\.Vn.*H$/i.test(element.font ?? '');
  return { ...element, ...(children && { children }), ...(isCapital && { styleId: null, styleName: CAPITALS }) };
}

/** The name of a lesson: what has the style of a title, else the heading at the top. The rest is its text. */
function titleApart(root: HtmlNode): { title: string; rest: HtmlNode } {
  const [first] = childrenOf(root).filter((node) => isElement(node) && textOfNode(node).trim() !== '');
  if (!first || !(attributeOf(first, 'class') === TITLE || first.nodeName === 'H1')) return { title: '', rest: root };
  const { nodeType, nodeName, nodeValue } = root;
  return { title: textOfNode(first), rest: { nodeType, nodeName, nodeValue, childNodes: childrenOf(root).filter((node) => node !== first) } };
}

/** A picture as a part of the lesson. What Word writes under pictures by itself says nothing to anybody. */
function partOf(picture: HtmlNode, nameless: string[]): Block | undefined {
  const src = attributeOf(picture, 'src');
  if (src === '') return undefined;
  const given = attributeOf(picture, 'alt').replace(/\s+/g, ' ').trim().normalize('NFC');
  const alt = /automatically generated|tạo tự động|^(?:image|picture|hình|ảnh)?\s*\d*(?:\.\w+)?$/i.test(given) ? '' : given;
  if (alt === '') nameless.push(src);
  return { type: 'shortcode', data: { shortcode: 'Picture', shortcodeData: { src, ...(alt && { alt }) } }, children: [{ text: '' }] };
}
