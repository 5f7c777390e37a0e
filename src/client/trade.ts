import { render } from 'preact';
import { TradeStore } from './trade/store.ts';
import { TradePlan } from './trade/view.tsx';

/** A small trade worked out before a loan is taken. The reader brings every figure. */
export function start(root: HTMLElement): void {
  const place = root.querySelector('[data-part=screen]') as HTMLElement;
  const store: TradeStore = new TradeStore(() => render(TradePlan({ store }), place));
  store.draw();
}
