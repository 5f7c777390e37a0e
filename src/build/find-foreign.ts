import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const forbiddenTags = new Set(['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'portal', 'foreignobject', 'animate', 'set']);
/** Stands for the site's own address while a page's addresses are resolved. */
const OWN = ['https://trang.invalid', 'http://trang.invalid'];

const addressAttributes = new Set(['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'background', 'cite', 'xlink:href']);

/**
 * What a finished page must not carry: a script besides the one of the layout, an event or style attribute, a frame or
 * plug-in, a form that sends, or anything that makes the browser ask another origin. Links that people follow
 * themselves (`<a href="https://…">`) are not requests.
 *
 * @param html A whole page, read the way a browser reads it.
 * @returns One short description in Vietnamese for each thing found; empty when the page is clean.
 */
export function findForeign(html: string): string[] {
  const found: string[] = [];
  let scripts = 0;
  const visit = (node: Node) => {
    if ('tagName' in node) {
      if (node.tagName === 'script') scripts += 1;
      found.push(...inspect(node));
    }
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  if (scripts > 1) found.push(`có ${scripts} script, chỉ được một`);
  return found;
}

function inspect(element: Element): string[] {
  const name = element.tagName.toLowerCase();
  const found = forbiddenTags.has(name) ? [`thẻ <${name}>`] : [];
  for (const { name: attribute, value } of element.attrs) {
    const address = value.replace(/[\s\u0000-\u001f]/g, '').toLowerCase();
    if (attribute.startsWith('on')) found.push(`mã chạy trong thuộc tính ${attribute} của <${name}>`);
    else if (attribute === 'style') found.push(`thuộc tính style của <${name}>`);
    else if (attribute === 'ping') found.push('liên kết báo tin cho nơi khác');
    else if (name === 'script' && attribute === 'src') found.push(`script gọi tệp: ${value}`);
    else if (name === 'form' && attribute === 'action' && !isSearch(value)) found.push(`biểu mẫu gửi đi: ${value}`);
    else if (name === 'meta' && attribute === 'http-equiv' && address === 'refresh') found.push('tự chuyển trang');
    else if (addressAttributes.has(attribute)) found.push(...inspectAddress(name, attribute, value, address));
  }
  return found;
}

/** The one form that leads anywhere: to the site's own search page, by its address alone. */
const isSearch = (value: string): boolean => /^(?:\/[a-z0-9._~-]+)*\/tim-kiem\/$/i.test(value);

function inspectAddress(name: string, attribute: string, value: string, address: string): string[] {
  if (/^(javascript|vbscript):/.test(address)) return [`đường dẫn chạy mã: ${value}`];
  if (name === 'a') return /^data:/.test(address) ? [`liên kết dữ liệu: ${value}`] : [];
  if (/^data:/.test(address) && name !== 'link') return [`dữ liệu nhúng: ${value.slice(0, 60)}`];
  const parts = attribute === 'srcset' ? value.split(',') : [value];
  return parts.some(isForeign) ? [`gọi ra trang khác: ${value}`] : [];
}

/** Resolved the way a browser does it, backslashes and missing slashes too, whether the site is served over https or http. */
function isForeign(part: string): boolean {
  const [address = ''] = part.trim().split(/\s+/);
  return OWN.some((own) => {
    try {
      const { origin, protocol } = new URL(address, own);
      return protocol !== 'data:' && origin !== own;
    } catch {
      return true;
    }
  });
}
