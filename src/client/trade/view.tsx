import { readMoney, writeMoney } from '../../session/savings.ts';
import { type Trade, workOut } from '../../session/trade.ts';
import { fill } from '../words.ts';
import { type Kind, kinds, type TradeStore } from './store.ts';

declare const __WORDS__: Record<string, string>;

const money = (sum: number) => fill(__WORDS__.dong, { amount: writeMoney(sum) });
const typed = (event: Event) => (event.target as HTMLInputElement).value;
/** `2,5` or `2.5`: a figure with a decimal sign, never below zero. */
const readNumber = (text: string) => Math.max(0, Math.min(1_000_000, Number(text.replace(',', '.')) || 0));
const writeNumber = (value: number) => (value ? String(value).replace('.', ',') : '');

/** The fields, and what comes of them. */
export function TradePlan(props: { store: TradeStore }) {
  const store = props.store;
  const trade = store.trade;
  const unit = __WORDS__[`${store.kind}Unit`] || '';
  const number = (key: 'start' | 'loss' | 'sell' | 'months' | 'rate', label: string) => (
    <p class="stepper">
      <label for={key}>{label}</label>
      <input
        id={key}
        inputMode="decimal"
        autoComplete="off"
        value={writeNumber(trade[key])}
        onChange={(event) => {
          trade[key] = readNumber(typed(event));
          store.save();
        }}
      />
    </p>
  );
  const sum = (key: 'price' | 'loan', label: string) => (
    <p class="stepper">
      <label for={key}>{label}</label>
      <input
        id={key}
        class="money"
        inputMode="numeric"
        autoComplete="off"
        value={trade[key] ? writeMoney(trade[key]) : ''}
        onChange={(event) => {
          trade[key] = readMoney(typed(event));
          store.save();
        }}
      />
    </p>
  );
  return (
    <div>
      <p class="stepper">
        <label for="viec">{__WORDS__.kinds}</label>
        <select id="viec" value={store.kind} onChange={(event) => store.choose(typed(event) as Kind)}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {__WORDS__[kind]}
            </option>
          ))}
        </select>
      </p>
      <Costs store={store} />
      {number('start', __WORDS__.start || '')}
      {number('loss', __WORDS__.loss || '')}
      {number('sell', `${__WORDS__.sell} (${unit})`)}
      {sum('price', fill(__WORDS__.price, { unit }))}
      {number('months', __WORDS__.months || '')}
      {sum('loan', __WORDS__.loan || '')}
      {number('rate', __WORDS__.rate || '')}
      <Outcome trade={trade} unit={unit} />
    </div>
  );
}

function Costs(props: { store: TradeStore }) {
  const store = props.store;
  return (
    <section>
      <h2>{__WORDS__.costs}</h2>
      {store.trade.costs.map((cost, index) => (
        <fieldset key={index}>
          <legend>{store.names[index]}</legend>
          <p class="stepper">
            <label for={`tien-${index}`}>{__WORDS__.amount}</label>
            <input
              id={`tien-${index}`}
              class="money"
              inputMode="numeric"
              autoComplete="off"
              aria-label={`${store.names[index]}: ${__WORDS__.amount}`}
              value={cost.amount ? writeMoney(cost.amount) : ''}
              onChange={(event) => {
                cost.amount = readMoney(typed(event));
                store.save();
              }}
            />
          </p>
          <p class="stepper">
            <label for={`lua-${index}`}>{__WORDS__.lasting}</label>
            <input
              id={`lua-${index}`}
              class="money few"
              inputMode="numeric"
              autoComplete="off"
              aria-label={`${store.names[index]}: ${__WORDS__.lasting}`}
              value={cost.batches}
              onChange={(event) => {
                cost.batches = Math.max(1, Math.min(50, Math.floor(readNumber(typed(event)))));
                store.save();
              }}
            />
          </p>
        </fieldset>
      ))}
    </section>
  );
}

function Outcome(props: { trade: Trade; unit: string }) {
  const trade = props.trade;
  const unit = props.unit;
  const isReady = trade.start > 0 && trade.sell > 0 && trade.price > 0 && trade.costs.some((cost) => cost.amount > 0);
  const out = workOut(trade);
  return (
    <section class="note" aria-live="polite">
      <h2>{__WORDS__.result}</h2>
      {!isReady && <p>{__WORDS__.missing}</p>}
      {isReady && (
        <div>
          <p>
            {fill(__WORDS__.income, { amount: money(out.income) })}
            <br />
            {fill(__WORDS__.spent, { amount: money(out.spent) })}
            <br />
            {fill(__WORDS__.interest, { amount: money(out.interest) })}
          </p>
          <p>
            <b>{out.profit >= 0 ? fill(__WORDS__.profit, { amount: money(out.profit) }) : fill(__WORDS__.loss2, { amount: money(-out.profit) })}</b>
          </p>
          {out.breakEven !== undefined && <p>{fill(__WORDS__.breakEven, { amount: money(out.breakEven), unit })}</p>}
          <p>{out.payback === undefined ? __WORDS__.never : fill(__WORDS__.payback, { batches: out.payback, months: Math.round(out.payback * trade.months * 10) / 10 })}</p>
          <p>{fill(__WORDS__.worst, { amount: out.worst >= 0 ? fill(__WORDS__.profit, { amount: money(out.worst) }) : fill(__WORDS__.loss2, { amount: money(-out.worst) }) })}</p>
        </div>
      )}
    </section>
  );
}
