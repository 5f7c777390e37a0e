import { Component, Fragment, createElement as h, type ReactNode } from 'react';
import type { FormMap } from '../ui/props.ts';
import { loadPreviewData, type PreviewData } from './data.ts';

interface Props {
  entry: FormMap;
  /** Decap's own: where a picture of the library is found, also one that is not published yet. */
  getAsset(path: string): unknown;
}
interface State {
  data?: PreviewData;
  draw?: typeof import('./draw-entry.ts').drawEntry;
  width: string;
  bytes: number;
}

/** How wide the page is drawn: two cheap phones, a tablet, a projector. */
const widths: [label: string, width: string][] = [
  ['240', '240px'],
  ['360', '360px'],
  ['768', '768px'],
  ['Máy chiếu', '100%'],
];
/** Bytes a second on 3G, after the seconds it takes to connect: the figures the site itself uses. */
const BYTES_A_SECOND = 50_000;
const SECONDS_TO_CONNECT = 1.6;

/** The preview of a page: the site's stylesheet, the site's markup, at the width of a phone. */
export class PagePreview extends Component<Props, State> {
  override state: State = { width: '360px', bytes: 0 };
  #weighed = '';

  override componentDidMount(): void {
    Promise.all([loadPreviewData(), import('./draw-entry.ts')]).then(
      ([data, { drawEntry }]) => this.setState({ data, draw: drawEntry }),
      () => undefined,
    );
  }

  override componentDidUpdate(): void {
    const text = JSON.stringify(this.props.entry.get('data'));
    if (text === this.#weighed || !this.state.data) return;
    this.#weighed = text;
    weigh(text).then((bytes) => text === this.#weighed && this.setState({ bytes }));
  }

  override render(): ReactNode {
    const { data, draw, width, bytes } = this.state;
    if (!data || !draw) return h('p', null, 'Đang vẽ bản xem thử…');
    const values = (this.props.entry.get('data') as FormMap).toJS();
    const weight = data.shellBytes + bytes;
    return h(
      'div',
      { className: 'desk-preview' },
      h('style', null, `${data.css}\n${frame}`),
      h(
        'p',
        { className: 'desk-bar' },
        ...widths.map(([label, value]) => h('button', { type: 'button', 'aria-pressed': value === width, onClick: () => this.setState({ width: value }) }, label)),
        h('span', null, bytes > 0 && ` Trang nặng khoảng ${Math.ceil(weight / 1000)} KB, khoảng ${Math.ceil(SECONDS_TO_CONNECT + weight / BYTES_A_SECOND)} giây khi mạng 3G.`),
      ),
      h(
        'main',
        { id: 'noi-dung', style: { width, maxWidth: '100%' } },
        head(values, data),
        drawSafely(() => draw(String(this.props.entry.get('collection')), values, { ...data, picture: (name) => String(this.props.getAsset(name) ?? '') })),
      ),
    );
  }
}

function head(values: Record<string, unknown>, { words }: PreviewData): ReactNode {
  const said = (key: string) => String(values[key] ?? '');
  const warning = values['sensitive'] ? h('p', { className: 'lead' }, said('warning')) : null;
  return h(Fragment, null, warning, h('header', { className: 'head' }, h('h1', null, said('title')), values['objective'] ? h('p', { className: 'lead' }, h('b', null, `${words['objective']}:`), ` ${said('objective')}`) : null));
}

function drawSafely(draw: () => ReactNode): ReactNode {
  try {
    return draw();
  } catch {
    return h('p', null, 'Chưa xem thử được: nội dung có chỗ máy không đọc được. Bấm “Kiểm tra bài” để biết chỗ nào.');
  }
}

/** About what a text weighs on its way: compressed as servers do. */
async function weigh(text: string): Promise<number> {
  if (!('CompressionStream' in globalThis)) return Math.ceil(text.length / 2);
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

const frame =
  '.desk-bar{display:flex;flex-wrap:wrap;gap:6px;align-items:center;font:14px system-ui;margin:0;padding:8px 60px 8px 8px;background:#eee;color:#222}.desk-bar button{font:inherit;min-height:32px;padding:2px 10px;border:1px solid #555;background:#fff;color:#222;border-radius:4px}.desk-bar button[aria-pressed=true]{background:#1d4f91;color:#fff}';
