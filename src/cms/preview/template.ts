import { Component, createElement as h, type ReactNode } from 'react';
import type { FormMap } from '../ui/props.ts';
import { type DrawData, loadPreviewData, type PreviewData } from './data.ts';
import { DrawnPage } from './page.ts';
import { type Screen, screens, sheetsOf, usualScreen } from './screens.ts';
import { inWords, weighPage, weighPicture } from './weight.ts';

interface Props {
  entry: FormMap;
  /** Decap's own: where a picture of the library is found, also one that is not published yet. */
  getAsset(path: string): unknown;
}
interface State {
  data?: PreviewData;
  draw?: typeof import('./draw-entry.ts').drawEntry;
  screen: Screen;
  weight: string;
}

/** The preview of a page: the site's stylesheets, the site's markup, on the screens that readers have. */
export class PagePreview extends Component<Props, State> {
  override state: State = { screen: usualScreen, weight: '' };
  #weighed = '';

  override componentDidMount(): void {
    Promise.all([loadPreviewData(), import('./draw-entry.ts')]).then(
      ([data, { drawEntry }]) => this.setState({ data, draw: drawEntry }),
      () => undefined,
    );
  }

  #kind = () => String(this.props.entry.get('collection'));

  #weigh = async (main: HTMLElement): Promise<void> => {
    const { data } = this.state;
    // The map of a story is the desk's own and not on the page.
    const html = main.innerHTML.replace(/<figure class="desk-map">[\s\S]*?<\/figure>/, '');
    if (!data || html === this.#weighed) return;
    this.#weighed = html;
    const [page, ...pictures] = await Promise.all([weighPage(this.#kind(), html, data), ...[...main.querySelectorAll('img')].map(({ src }) => weighPicture(src))]);
    if (html === this.#weighed)
      this.setState({
        weight: inWords(
          page,
          pictures.reduce((sum, bytes) => sum + bytes, 0),
        ),
      });
  };

  override render(): ReactNode {
    const { data, draw, screen, weight } = this.state;
    if (!data || !draw) return h('p', null, 'Đang vẽ bản xem thử…');
    const values = (this.props.entry.get('data') as FormMap).toJS();
    const picture = (name: string) => String(this.props.getAsset(name) ?? '');
    return h(
      'div',
      { className: 'desk-preview' },
      h('style', null, bar),
      h(
        'div',
        { className: 'desk-bar' },
        ...screens.map((one) => h('button', { type: 'button', 'aria-pressed': one === screen, onClick: () => this.setState({ screen: one }) }, one.label)),
        h('p', null, `${weight} Trang vẽ ở đây không dùng JavaScript: máy nào cũng thấy được như thế.`),
      ),
      h(
        DrawnPage,
        { screen, css: sheetsOf(this.#kind(), data), drawn: this.#weigh },
        drawSafely(() => draw(this.#kind(), values, { ...data, picture } satisfies DrawData)),
      ),
    );
  }
}

function drawSafely(draw: () => ReactNode): ReactNode {
  try {
    return draw();
  } catch {
    return h('p', null, 'Chưa xem thử được: nội dung có chỗ máy không đọc được. Bấm “Kiểm tra bài” để biết chỗ nào.');
  }
}

const bar =
  'body{margin:0;background:#ddd}.desk-bar{display:flex;flex-wrap:wrap;gap:6px;align-items:center;font:14px/1.4 system-ui,sans-serif;padding:8px 60px 8px 8px;background:#eee;color:#222}.desk-bar p{flex-basis:100%;margin:0}.desk-bar button{font:inherit;min-height:36px;padding:2px 10px;border:1px solid #555;background:#fff;color:#222;border-radius:4px}.desk-bar button[aria-pressed=true]{background:#1d4f91;color:#fff}';
