import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SVG = 'http://www.w3.org/2000/svg';

/** What a drawing may be made of. */
const elements = new Set('svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc linearGradient radialGradient stop clipPath mask pattern marker'.split(' '));
const attributes = new Set(
  (
    'id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points transform offset preserveAspectRatio pathLength rotate textLength ' +
    'gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform markerWidth markerHeight markerUnits refX refY orient ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color display visibility ' +
    'clip-path clip-rule mask marker-start marker-mid marker-end stop-color stop-opacity font-size font-family font-weight font-style text-anchor dominant-baseline letter-spacing paint-order vector-effect'
  ).split(' '),
);
/** Notes of drawing programs: dropped without a word, they draw nothing. */
const silent = /^(?:metadata|sodipodi:|inkscape:|rdf:|cc:|dc:|#comment)/;

/**
 * A drawing written anew from the shapes it is made of. Anything that could run, ask another place, or bring in text of another
 * kind is no shape: the drawing is refused, so that an editor sees why it would look different.
 *
 * @param text the file of an `.svg`
 * @returns the drawing as XML
 * @throws {Error} in an editor's words
 */
export function cleanDrawing(text: string): string {
  if (/<!ENTITY|<!DOCTYPE[^>]*\[|<\?xml-stylesheet/i.test(text)) throw new Error('hình vẽ có phần khai báo lạ (DOCTYPE, ENTITY hoặc xml-stylesheet)');
  const roots = parseFragment(text.replace(/<\?xml[^>]*\?>|<!DOCTYPE[^>]*>/gi, '')).childNodes.filter((node): node is Element => 'tagName' in node);
  const [root, ...others] = roots;
  if (root?.tagName !== 'svg' || others.length > 0) throw new Error('tệp không phải là một hình vẽ SVG');
  return write(root);
}

function write(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return escapeXml(node.value);
  if (!('tagName' in node)) return '';
  const name = node.tagName;
  if (silent.test(name)) return '';
  if (node.namespaceURI !== SVG || !elements.has(name)) throw new Error(`hình vẽ có <${name}>, không phải nét vẽ`);
  const own = node.attrs.flatMap((attribute) => writeAttribute(name, attribute));
  if (name === 'svg') own.unshift(`xmlns="${SVG}"`);
  const inner = node.childNodes.map(write).join('');
  return `<${[name, ...own].join(' ')}${inner ? `>${inner}</${name}>` : '/>'}`;
}

function writeAttribute(element: string, { name, value, prefix }: Element['attrs'][number]): string[] {
  if (/^on/i.test(name)) throw new Error(`hình vẽ có mã chạy (${name})`);
  if (name === 'style') return value.split(';').flatMap((rule) => writeRule(element, rule));
  if (name === 'href') {
    if (!/^#[\w.-]+$/.test(value)) throw new Error(`hình vẽ gọi ra ngoài: ${value.slice(0, 60)}`);
    return [`href="${value}"`];
  }
  if (prefix || !attributes.has(name)) return [];
  const address = /url\(\s*['"]?([^'")]*)/i.exec(value)?.[1];
  if (address !== undefined && !/^#[\w.-]+$/.test(address)) throw new Error(`hình vẽ gọi ra ngoài: ${address.slice(0, 60)}`);
  // A backslash can spell any word; no shape needs one.
  if (/\\|javascript:|expression\(/i.test(value)) throw new Error(`hình vẽ có giá trị lạ ở ${name}`);
  return [`${name}="${escapeXml(value)}"`];
}

/** What stands in a style attribute becomes plain attributes, which pages with a strict policy draw too. */
function writeRule(element: string, rule: string): string[] {
  const [name = '', ...rest] = rule.split(':');
  return name.trim() ? writeAttribute(element, { name: name.trim().toLowerCase(), value: rest.join(':').trim() }) : [];
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
