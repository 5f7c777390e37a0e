import { Component, createElement as h, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { cssFor, type Screen } from './screens.ts';

interface Props {
  screen: Screen;
  css: string;
  children?: ReactNode;
  /** Called with what is drawn, after each drawing. */
  drawn(main: HTMLElement): void;
}
interface State {
  body?: HTMLElement;
  /** Pixels there are for the page, and pixels it is long. */
  room: number;
  length: number;
}

/** An empty page in a frame of its own: what the stylesheet says of widths and heights is then true. */
const EMPTY = '<!doctype html><html lang="vi"><head></head><body></body></html>';

/** A page on a screen of a certain size, made smaller when there is no room for it. Its links lead nowhere but to its own parts. */
export class DrawnPage extends Component<Props, State> {
  override state: State = { room: 0, length: 0 };
  #box: HTMLElement | null = null;
  #main: HTMLElement | null = null;
  #watch?: ResizeObserver;

  override componentDidMount(): void {
    this.#watch = new ResizeObserver(() => this.#measure());
    if (this.#box) this.#watch.observe(this.#box);
  }

  override componentDidUpdate(): void {
    if (this.#main) this.props.drawn(this.#main);
  }

  override componentWillUnmount(): void {
    this.#watch?.disconnect();
  }

  #measure(): void {
    const room = this.#box?.clientWidth ?? 0;
    const length = this.state.body?.offsetHeight ?? 0;
    if (room !== this.state.room || length !== this.state.length) this.setState({ room, length });
  }

  #opened(frame: HTMLIFrameElement): void {
    const body = frame.contentDocument?.body;
    if (!body || body === this.state.body) return;
    body.ownerDocument.addEventListener('click', stayHere);
    this.#watch?.observe(body);
    this.setState({ body });
  }

  override render(): ReactNode {
    const { screen, css, children } = this.props;
    const { body, room, length } = this.state;
    const height = screen.height ?? Math.max(length, 200);
    const scale = room > 0 ? Math.min(1, room / screen.width) : 1;
    return h(
      'div',
      { ref: (box: HTMLElement | null) => void (this.#box = box), style: { height: height * scale, overflow: 'hidden' } },
      h('iframe', {
        title: `Trang trên ${screen.label}`,
        srcDoc: EMPTY,
        onLoad: (event: { currentTarget: HTMLIFrameElement }) => this.#opened(event.currentTarget),
        style: { display: 'block', width: screen.width, height, margin: scale < 1 ? 0 : '0 auto', border: 0, background: '#fff', transform: `scale(${scale})`, transformOrigin: '0 0' },
      }),
      body && createPortal([h('style', { key: 'style' }, cssFor(css, screen)), h('main', { key: 'main', id: 'noi-dung', ref: (main: HTMLElement | null) => void (this.#main = main) }, children)], body),
    );
  }
}

/** A click on a link shows the part of the page it names; the page itself is not left. */
function stayHere(event: MouseEvent): void {
  const link = (event.target as Element).closest('a');
  if (!link) return;
  event.preventDefault();
  const [, id] = (link.getAttribute('href') ?? '').split('#');
  if (id) link.ownerDocument.getElementById(id)?.scrollIntoView();
}
