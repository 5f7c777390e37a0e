import { Component, type ComponentType, createElement as h, type ReactNode } from 'react';

type Part = ComponentType<Record<string, unknown>>;

/**
 * A part of the desk that comes when it is first needed. Over a dead line it says so and tries again when asked; until it
 * is there nothing can have been typed into it, so nothing is lost.
 */
export function later(load: () => Promise<{ default: unknown }>): Part {
  let part: Part | undefined;
  return class Later extends Component<Record<string, unknown>, { hasFailed: boolean; isHere: boolean }> {
    override state = { hasFailed: false, isHere: part !== undefined };
    #isGone = false;

    override componentDidMount(): void {
      this.#isGone = false;
      if (!part) this.#bring();
    }

    override componentWillUnmount(): void {
      this.#isGone = true;
    }

    #bring = (): void => {
      this.setState({ hasFailed: false });
      load().then(
        (module) => {
          part = module.default as Part;
          if (!this.#isGone) this.setState({ isHere: true });
        },
        () => this.#isGone || this.setState({ hasFailed: true }),
      );
    };

    override render(): ReactNode {
      if (part) return h(part, this.props);
      if (!this.state.hasFailed) return h('p', { className: 'desk-wait', role: 'status' }, 'Đang mở…');
      return h(
        'div',
        { className: 'desk-wait', role: 'alert' },
        h('p', null, 'Chưa tải được phần này vì mạng yếu hoặc đang đứt. Chưa mất chữ nào. Có mạng rồi thì bấm “Thử lại”.'),
        h('button', { type: 'button', onClick: this.#bring }, 'Thử lại'),
        ' ',
        h('button', { type: 'button', onClick: goToList }, 'Về danh sách'),
      );
    }
  };
}

/** The list that an address within it belongs to. */
function goToList(): void {
  const list = /^#\/collections\/[^/]+(?=\/(?:entries|new))/.exec(location.hash);
  location.hash = list?.[0] ?? '#/';
}
