import type { Trade } from '../../session/trade.ts';
import { eraseText, readText, writeText } from '../keep-text.ts';

declare const __WORDS__: Record<string, string>;

const KEY = 'sttb-tinh';
export const kinds = ['chickens', 'vegetables', 'other'] as const;
export type Kind = (typeof kinds)[number];

/** What is being worked out: names of costs and figures, all from the reader. */
export class TradeStore {
  kind: Kind = 'chickens';
  names: string[] = [];
  trade: Trade;
  private readonly redraw: () => void;

  constructor(redraw: () => void) {
    this.redraw = redraw;
    this.trade = this.fresh('chickens');
    try {
      const kept = JSON.parse(readText(KEY) || '') as { kind: Kind; trade: Trade };
      const isWhole =
        kinds.indexOf(kept.kind) >= 0 &&
        Array.isArray(kept.trade.costs) &&
        kept.trade.costs.every((cost) => Number.isFinite(cost.amount) && Number.isFinite(cost.batches)) &&
        ['start', 'loss', 'sell', 'price', 'months', 'loan', 'rate'].every((key) => Number.isFinite(kept.trade[key as 'start']));
      if (isWhole && kept.trade.costs.length === this.fresh(kept.kind).costs.length) {
        this.kind = kept.kind;
        this.trade = kept.trade;
      }
    } catch (_) {} // nothing kept, or damaged: begin anew
    this.names = this.namesOf(this.kind);
  }

  private namesOf(kind: Kind): string[] {
    return (__WORDS__[`${kind}Lines`] || '').split('|');
  }

  /** A kind brings names and the number to begin with, never a price. */
  private fresh(kind: Kind): Trade {
    return { costs: this.namesOf(kind).map(() => ({ amount: 0, batches: 1 })), start: kind === 'chickens' ? 60 : 0, loss: 0, sell: 0, price: 0, months: 1, loan: 0, rate: 0 };
  }

  choose(kind: Kind): void {
    this.kind = kind;
    this.names = this.namesOf(kind);
    this.trade = this.fresh(kind);
    eraseText(KEY);
    this.draw();
  }

  save(): void {
    writeText(KEY, JSON.stringify({ kind: this.kind, trade: this.trade }));
    this.draw();
  }

  draw(): void {
    this.redraw();
  }
}
