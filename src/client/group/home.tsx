import { MOST_PEOPLE, type Moment } from '../../session/record.ts';
import { fill } from '../words.ts';
import { Heads } from './heads.tsx';
import type { GroupStore } from './store.ts';

declare const __WORDS__: Record<string, string>;

/** Where a session begins, or goes on after a call or a flat battery. */
export function Home(props: { store: GroupStore }) {
  const store = props.store;
  const rounds = store.session.rounds;
  const isStarted = Object.keys(rounds).length > 0;
  const setPeople = (people: number) => {
    store.people = Math.max(1, Math.min(MOST_PEOPLE, people || 1));
    store.draw();
  };
  const moment = (name: Moment) => {
    const all = store.items(name).length;
    const asked = store.asked(name);
    if (name === 'later' && !store.forms.C) return null;
    return (
      <p>
        <button type="button" class="big" onClick={() => store.begin(name)}>
          {__WORDS__[name]}
          {asked > 0 && <small>{fill(__WORDS__.resume, { at: Math.min(asked + 1, all), all })}</small>}
        </button>
      </p>
    );
  };
  return (
    <div>
      <p class="stepper">
        <label for="so-nguoi">{__WORDS__.people}</label>
        <button type="button" aria-label="-1" onClick={() => setPeople(store.people - 1)}>
          −
        </button>
        <input id="so-nguoi" type="number" inputMode="numeric" min="1" max={MOST_PEOPLE} value={store.people} onInput={(event) => setPeople(Number((event.target as HTMLInputElement).value))} />
        <button type="button" aria-label="+1" onClick={() => setPeople(store.people + 1)}>
          +
        </button>
        <button type="button" onClick={() => setPeople(store.people + 5)}>
          {__WORDS__.five}
        </button>
      </p>
      {moment('before')}
      {moment('after')}
      {moment('later')}
      {isStarted && (
        <p>
          <button type="button" class="big" onClick={() => store.show('result')}>
            {__WORDS__.result}
          </button>
        </p>
      )}
      {!rounds.before && store.forms.B && (
        <p class="tickbox">
          <input
            id="doi-bo"
            type="checkbox"
            checked={store.isSwapped}
            onChange={(event) => {
              store.isSwapped = (event.target as HTMLInputElement).checked;
              store.draw();
            }}
          />
          <label for="doi-bo">{__WORDS__.swap}</label>
        </p>
      )}
      <Heads store={store} />
      <p class="tiny">{store.isKept ? __WORDS__.kept : __WORDS__.notKept}</p>
      {isStarted && <Restart store={store} />}
    </div>
  );
}

/** Two taps, so that one slip loses nothing. */
function Restart(props: { store: GroupStore }) {
  const store = props.store;
  const ask = (isAsking: boolean) => {
    store.isAsking = isAsking;
    store.draw();
  };
  if (!store.isAsking)
    return (
      <p>
        <button type="button" onClick={() => ask(true)}>
          {__WORDS__.restart}
        </button>
      </p>
    );
  return (
    <fieldset aria-label={__WORDS__.restart}>
      <p>{__WORDS__.restartSure}</p>
      <button type="button" onClick={() => ask(false)}>
        {__WORDS__.no}
      </button>{' '}
      <button type="button" onClick={() => store.restart()}>
        {__WORDS__.yes}
      </button>
    </fieldset>
  );
}
