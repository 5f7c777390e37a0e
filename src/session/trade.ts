/** A cost: in dong, and for how many batches it lasts (feed 1, a coop 5). */
export interface Cost {
  amount: number;
  batches: number;
}

/** A small trade of one batch: chickens, vegetables, anything that is bought, raised and sold. */
export interface Trade {
  costs: Cost[];
  /** Animals or plants at the beginning. */
  start: number;
  /** Percent that is lost. */
  loss: number;
  /** What each that is left gives, in the unit it is sold by (kg). */
  sell: number;
  /** Dong for one unit. */
  price: number;
  /** Months of one batch. */
  months: number;
  /** Borrowed, in dong, and the interest in percent a month. */
  loan: number;
  rate: number;
}

/** What comes of it, in whole dong. */
export interface Outcome {
  /** Units sold. */
  sold: number;
  income: number;
  /** Costs of one batch: what lasts longer counts by its part. */
  spent: number;
  interest: number;
  profit: number;
  /** The price of a unit at which nothing is lost; nothing when nothing is sold. */
  breakEven: number | undefined;
  /** What must be paid before the first sale. */
  capital: number;
  /** After how many whole batches the capital has come back; nothing when it never does. */
  payback: number | undefined;
  /** The profit if the price is a fifth lower. */
  worst: number;
}

/**
 * Works a trade out before a loan is taken. Payback asks when the money taken in, less what every further batch costs, has covered all that was laid out at the beginning.
 */
export function workOut(trade: Trade): Outcome {
  const sold = trade.start * (1 - Math.min(100, trade.loss) / 100) * trade.sell;
  const income = Math.round(sold * trade.price);
  const spent = Math.round(trade.costs.reduce((sum, cost) => sum + cost.amount / Math.max(1, cost.batches), 0));
  const interest = Math.round((trade.loan * trade.rate * trade.months) / 100);
  const capital = trade.costs.reduce((sum, cost) => sum + cost.amount, 0);
  const profit = income - spent - interest;
  return {
    sold,
    income,
    spent,
    interest,
    profit,
    breakEven: sold > 0 ? Math.ceil((spent + interest) / sold) : undefined,
    capital,
    payback: paybackOf(trade, income, interest),
    worst: Math.round(sold * trade.price * 0.8) - spent - interest,
  };
}

/** Plays the batches one after the other: what wears out is bought again. Longer than fifty batches counts as never. */
function paybackOf(trade: Trade, income: number, interest: number): number | undefined {
  let balance = 0;
  for (let batch = 1; batch <= 50; batch += 1) {
    for (const cost of trade.costs) if ((batch - 1) % Math.max(1, Math.floor(cost.batches)) === 0) balance -= cost.amount;
    balance += income - interest;
    if (balance >= 0) return batch;
  }
  return undefined;
}
