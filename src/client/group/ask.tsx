import { fill } from '../words.ts';
import { Bar } from './bar.tsx';
import type { GroupStore } from './store.ts';

declare const __WORDS__: Record<string, string>;

const LETTERS = 'ABCDEFGH';

/** One item: its choices are the buttons that count, and what is used most lies at the thumb. */
export function Ask(props: { store: GroupStore }) {
  const store = props.store;
  const here = store.here();
  if (!here) return null;
  const all = store.items(here.moment).length;
  const isLast = here.at === all - 1;
  const people = here.round.people;
  const counted = here.hands.reduce((sum, count) => sum + count, 0);
  const left = people - (here.item.isMultiple ? here.hands[store.current] || 0 : counted);
  const canReveal = here.moment !== 'before' && !here.isRevealed;
  const forward = () => (isLast ? store.show('result') : store.go(here.moment, here.at + 1));
  return (
    <div class="asking">
      <p class="kicker">
        {__WORDS__[here.moment]} · {fill(__WORDS__.item, { at: here.at + 1, all })}
      </p>
      <h2 tabIndex={-1}>{here.item.prompt}</h2>
      {here.item.isMultiple && <p class="tiny">{__WORDS__.multiple}</p>}
      {here.isRevealed ? (
        <Answer store={store} />
      ) : (
        here.item.choices.map((choice, index) => (
          <button key={index} type="button" class={`choice${index === store.current ? ' now' : ''}`} onClick={() => store.tap(index, 1)}>
            <b>{LETTERS[index]}</b>
            <span>{choice.text}</span>
            <strong>
              {here.hands[index] || 0}
              <small class="unseen"> {fill(__WORDS__.hands, { count: '' })}</small>
            </strong>
          </button>
        ))
      )}
      <p class={`state${left < 0 ? ' late' : ''}`} role="status">
        {here.isRevealed ? '' : left < 0 ? fill(__WORDS__.tooMany, { count: people }) : fill(__WORDS__.left, { count: left })}
      </p>
      <div class="pad">
        {!here.isRevealed && (
          <p>
            <button type="button" onClick={() => store.tap(store.current, 5)}>
              {LETTERS[store.current]} {__WORDS__.five}
            </button>
            <button type="button" disabled={left <= 0} onClick={() => store.tap(store.current, left)}>
              {LETTERS[store.current]} {__WORDS__.rest}
            </button>
            <button type="button" disabled={!store.canUndo} onClick={() => store.undo()}>
              {__WORDS__.undo}
            </button>
          </p>
        )}
        <p>
          <button type="button" onClick={() => (here.at > 0 ? store.go(here.moment, here.at - 1) : store.show('home'))}>
            {here.at > 0 ? __WORDS__.back : __WORDS__.to}
          </button>
          <button type="button" class="main" onClick={() => (canReveal ? store.reveal() : forward())}>
            {canReveal ? __WORDS__.reveal : isLast ? __WORDS__.finish : __WORDS__.next}
          </button>
        </p>
      </div>
    </div>
  );
}

/** How the room has answered, and why the right answer is right. */
function Answer(props: { store: GroupStore }) {
  const here = props.store.here();
  if (!here) return null;
  return (
    <div>
      {here.item.choices.map((choice, index) => {
        const isRight = here.item.isRight[index];
        return (
          <div key={index} class={`answer${isRight ? ' right' : ''}`}>
            <p>
              <b>{LETTERS[index]}</b> {choice.text} <b>{isRight ? `✓ ${__WORDS__.rightChoice}` : ''}</b>
            </p>
            <Bar share={(here.hands[index] || 0) / here.round.people} isFull={!!isRight} text={fill(__WORDS__.hands, { count: here.hands[index] || 0 })} />
            {isRight && <p>{choice.feedback}</p>}
          </div>
        );
      })}
    </div>
  );
}
