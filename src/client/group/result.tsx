import { hasCode, writeCode } from '../../session/code.ts';
import { type Separator, sessionRows, toCsv } from '../../session/csv.ts';
import { type Gain, gainOf } from '../../session/gain.ts';
import { hideSmall } from '../../session/hide-small.ts';
import { commonItems, type Moment, moments, type Round, scoreOf } from '../../session/record.ts';
import { saveFile } from '../keep-text.ts';
import { fill } from '../words.ts';
import { Bar } from './bar.tsx';
import type { AskedItem } from './forms.ts';
import { headName } from './heads.tsx';
import type { GroupStore } from './store.ts';
import { trustWords } from './trust.ts';

declare const __WORDS__: Record<string, string>;

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** What a pair of rounds has changed: for all items that both have asked, and for each lesson. */
function comparison(store: GroupStore, to: Moment) {
  const before = store.session.rounds.before;
  const after = store.session.rounds[to];
  if (!before || !after) return undefined;
  const items = store.items('before');
  const common = commonItems([before, after]);
  const gain = (ids: string[]) => gainOf(scoreOf(before, items, ids), scoreOf(after, store.items(to), ids));
  const lessons = items.filter((item, index) => items.map((one) => one.lesson).indexOf(item.lesson) === index);
  const lines = lessons.map((item) => ({ title: item.lessonTitle, gain: gain(idsOf(items, item.lesson, common)) })).filter((line) => line.gain.trust !== 'none');
  return { before, after, all: gain(common), lines, items: common.length, scores: [scoreOf(before, items, common), scoreOf(after, store.items(to), common)] as const };
}

const idsOf = (items: AskedItem[], lesson: string, common: string[]) => items.filter((item) => item.lesson === lesson && common.indexOf(item.id) >= 0).map((item) => item.id);

function codeOf(store: GroupStore, to: 'after' | 'later'): string | undefined {
  const found = comparison(store, to);
  const session = store.session;
  if (!found || !hasCode(session.module)) return undefined;
  return writeCode({
    module: session.module,
    kind: to,
    commune: session.commune,
    day: session.day,
    number: session.number,
    peopleBefore: found.before.people,
    peopleAfter: found.after.people,
    items: found.items,
    rightBefore: found.scores[0].right,
    rightAfter: found.scores[1].right,
  });
}

/** The result on one screen and one sheet: gains with their honest words, the code, the table. */
export function Result(props: { store: GroupStore; title: string }) {
  const store = props.store;
  const session = store.session;
  const asked = moments.filter((moment) => session.rounds[moment]);
  const day = session.day.split('-').reverse().join('/');
  return (
    <div class="result">
      <h2 tabIndex={-1}>{__WORDS__.title}</h2>
      <p class="kicker">
        {props.title} · {day}
        {session.commune && ` · ${session.commune}`}
      </p>
      {asked.length < 2 && <p class="note">{asked.length === 1 ? fill(__WORDS__.only, { moment: __WORDS__[asked[0] as Moment] || '' }) : __WORDS__.none}</p>}
      <Compared store={store} to="after" />
      <Compared store={store} to="later" />
      <HeadTable store={store} />
      <Place store={store} />
      <p class="acts">
        <button type="button" onClick={() => window.print()}>
          {__WORDS__.print}
        </button>{' '}
        <Save store={store} />
      </p>
      <p class="acts">
        <button type="button" onClick={() => store.show('home')}>
          {__WORDS__.to}
        </button>
      </p>
    </div>
  );
}

function Compared(props: { store: GroupStore; to: 'after' | 'later' }) {
  const found = comparison(props.store, props.to);
  const code = codeOf(props.store, props.to);
  if (!found) return null;
  const isTold = found.all.trust !== 'few' && found.all.trust !== 'none';
  return (
    <section class="whole">
      <p class="tiny">{fill(__WORDS__.peopleBoth, { before: found.before.people, after: found.after.people })}</p>
      {!isTold && <p class="note">{trustWords(found.all)}</p>}
      {isTold && <GainLine title={__WORDS__.all || ''} gain={found.all} to={props.to} isWhole />}
      {isTold && found.lines.map((line) => <GainLine key={line.title} title={line.title} gain={line.gain} to={props.to} />)}
      {isTold && <p class="tiny">{__WORDS__.gainHelp}</p>}
      <p class="code">
        <b>{__WORDS__.code}:</b> {code ? <strong>{code}</strong> : __WORDS__.noCode}
      </p>
      {code && <p class="tiny">{__WORDS__.codeHelp}</p>}
    </section>
  );
}

/** One objective: its two bars, the gain, and how far it can be trusted. */
export function GainLine(props: { title: string; gain: Gain; to: 'after' | 'later'; isWhole?: boolean }) {
  const gain = props.gain;
  return (
    <div class={`gain${props.isWhole ? ' all' : ''} whole`}>
      <h3>
        {props.title} {gain.trust !== 'full' && <b>{`${__WORDS__.gain} ${percent(gain.gain)}`}</b>}
      </h3>
      <Bar share={gain.before} text={`${__WORDS__.beforeShort} ${percent(gain.before)}`} />
      <Bar share={gain.after} isFull text={`${props.to === 'after' ? __WORDS__.afterShort : __WORDS__.laterShort} ${percent(gain.after)}`} />
      <p>{trustWords(gain)}</p>
    </div>
  );
}

function HeadTable(props: { store: GroupStore }) {
  const heads = props.store.session.heads;
  const shown = hideSmall(heads);
  const keys = Object.keys(shown).filter((key) => heads[key]);
  if (!keys.length) return null;
  return (
    <section class="whole">
      <h3>{__WORDS__.headsTable}</h3>
      <table>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">{headName(key)}</th>
              <td>{shown[key] === undefined ? __WORDS__.hidden : shown[key]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {keys.some((key) => shown[key] === undefined) && <p class="tiny">{__WORDS__.hiddenHelp}</p>}
    </section>
  );
}

/** Where and which session: part of the code, so it can be told apart. */
function Place(props: { store: GroupStore }) {
  const store = props.store;
  const session = store.session;
  const typed = (event: Event) => (event.target as HTMLInputElement).value;
  return (
    <div class="fields">
      <p class="stepper">
        <label for="ma-xa">{__WORDS__.commune}</label>
        <input
          id="ma-xa"
          inputMode="numeric"
          maxLength={5}
          value={session.commune}
          onInput={(event) => {
            const value = typed(event).trim();
            session.commune = /^\d{5}$/.test(value) ? value : '';
            if (/^(\d{5})?$/.test(value)) store.save();
          }}
        />
      </p>
      <p class="tiny">{__WORDS__.communeHelp}</p>
      <p class="stepper">
        <label for="buoi-thu">{__WORDS__.number}</label>
        <select
          id="buoi-thu"
          value={session.number}
          onChange={(event) => {
            session.number = Number(typed(event));
            store.save();
          }}
        >
          {[1, 2, 3, 4, 5, 6, 7, 8].map((number) => (
            <option key={number}>{number}</option>
          ))}
        </select>
      </p>
    </div>
  );
}

let separator: Separator = ';';

function Save(props: { store: GroupStore }) {
  const store = props.store;
  const session = store.session;
  const items = store.items(session.rounds.before ? 'before' : session.rounds.after ? 'after' : 'later');
  const save = () => {
    const heading = (__WORDS__.columns || '').split('|');
    const rows = sessionRows(session, items, codeOf(store, 'after') || codeOf(store, 'later') || '', heading, __WORDS__.hidden || '');
    saveFile(`${__WORDS__.file}-${session.module}-${session.day}.csv`, toCsv(rows, separator), 'text/csv');
  };
  const rounds = moments.filter((moment) => (session.rounds[moment] as Round | undefined) !== undefined);
  return (
    <span>
      <button type="button" disabled={!rounds.length} onClick={save}>
        {__WORDS__.save}
      </button>
      <span class="stepper">
        <label for="dau">{__WORDS__.separator}</label>
        <select
          id="dau"
          onChange={(event) => {
            separator = (event.target as HTMLSelectElement).value as Separator;
          }}
        >
          <option value=";">{__WORDS__.semicolon}</option>
          <option value=",">{__WORDS__.comma}</option>
        </select>
      </span>
    </span>
  );
}
