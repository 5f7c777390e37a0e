import { type Row, toCsv } from '../../session/csv.ts';
import { type Entry, keyOf, type Line, sumBy, sumLessons } from '../../session/merge.ts';
import { Bar } from '../group/bar.tsx';
import { trustWords } from '../group/trust.ts';
import { saveFile } from '../keep-text.ts';
import { fill, today } from '../words.ts';
import type { MergeStore } from './store.ts';

declare const __WORDS__: Record<string, string>;

const percent = (share: number) => `${Math.round(share * 100)}%`;
const writeDay = (day: string) => day.split('-').reverse().join('/');
const writeMonth = (month: string) => month.split('-').reverse().join('/');

interface Props {
  store: MergeStore;
  /** The title of a module or lesson. */
  nameOf: (id: string) => string;
}

/** Paste codes, open tables, see what they say together. */
export function Merge(props: Props) {
  const store = props.store;
  const entries = store.entries;
  const groups = groupsOf(entries, 'after', props.nameOf).concat(groupsOf(entries, 'later', props.nameOf));
  return (
    <div>
      <Adder store={store} />
      <div role="status">
        <ul class="news">
          {store.news.map((news, index) => (
            <li key={index}>{fill(__WORDS__[news.word], { text: news.about, name: news.about, count: news.about })}</li>
          ))}
        </ul>
      </div>
      {!entries.length && <p class="note">{__WORDS__.empty}</p>}
      {groups.map((group) => (
        <Summary key={group.title} group={group} />
      ))}
      {entries.length > 0 && <Sessions store={store} nameOf={props.nameOf} />}
      {entries.length > 0 && (
        <p class="acts">
          <button type="button" onClick={() => saveFile(`${__WORDS__.file}-${today()}.csv`, toCsv(tableOf(groups), ';'), 'text/csv')}>
            {__WORDS__.export}
          </button>{' '}
          <button type="button" onClick={() => window.print()}>
            {__WORDS__.print}
          </button>{' '}
          {!store.isAsking && (
            <button
              type="button"
              onClick={() => {
                store.isAsking = true;
                store.draw();
              }}
            >
              {__WORDS__.clear}
            </button>
          )}
        </p>
      )}
      {store.isAsking && (
        <fieldset aria-label={__WORDS__.clear} class="acts">
          <p>{__WORDS__.clearSure}</p>
          <button
            type="button"
            onClick={() => {
              store.isAsking = false;
              store.draw();
            }}
          >
            {__WORDS__.no}
          </button>{' '}
          <button type="button" onClick={() => store.clear()}>
            {__WORDS__.yes}
          </button>
        </fieldset>
      )}
    </div>
  );
}

/** Summaries of what was asked at one time, by one thing. */
interface Group {
  title: string;
  lines: Line[];
  nameOf: (name: string) => string;
  kind: Entry['kind'];
  note: string | undefined;
}

/** What was known right after and months later is never one sum: people would count twice, and forgetting would not show. */
function groupsOf(all: Entry[], kind: Entry['kind'], nameOf: (id: string) => string): Group[] {
  const entries = all.filter((entry) => entry.kind === kind);
  const when = kind === 'later' ? ` · ${__WORDS__.laterShort}` : '';
  const group = (title: string | undefined, lines: Line[], name: (name: string) => string, note?: string): Group => ({ title: `${title}${when}`, lines, nameOf: name, kind, note });
  return [
    group(
      __WORDS__.byModule,
      sumBy(entries, (entry) => entry.module),
      nameOf,
    ),
    group(
      __WORDS__.byCommune,
      sumBy(entries, (entry) => entry.commune),
      (commune) => commune || __WORDS__.noCommune || '',
    ),
    group(
      __WORDS__.byMonth,
      sumBy(entries, (entry) => entry.day.slice(0, 7)),
      writeMonth,
    ),
    group(__WORDS__.byObjective, sumLessons(entries), nameOf, __WORDS__.onlyFiles),
  ].filter(({ lines }) => lines.length > 0);
}

function Adder(props: { store: MergeStore }) {
  const store = props.store;
  const add = () => {
    const box = document.getElementById('dan-ma') as HTMLTextAreaElement;
    store.addText(box.value);
    if (store.news.every((news) => news.word !== 'wrong' && news.word !== 'nothing')) box.value = '';
  };
  const open = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = Array.from(input.files || []);
    Promise.all(files.map((file) => readFile(file).then((text) => ({ name: file.name, text })))).then((read) => {
      store.addFiles(read);
      input.value = '';
    });
  };
  return (
    <div class="acts">
      <p>
        <label for="dan-ma">
          <b>{__WORDS__.codes}</b>
        </label>
        <textarea id="dan-ma" rows={3} autoComplete="off" spellcheck={false} />
        <span class="tiny">{__WORDS__.codesHelp}</span>
      </p>
      <p>
        <button type="button" onClick={add}>
          {__WORDS__.add}
        </button>
      </p>
      <p>
        <label for="mo-tep">
          <b>{__WORDS__.files}</b>
        </label>
        <input id="mo-tep" type="file" multiple accept=".csv,text/csv,text/plain" onChange={open} />
      </p>
    </div>
  );
}

const readFile = (file: File) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve('');
    reader.readAsText(file);
  });

function Summary({ group }: { group: Group }) {
  const after = group.kind === 'later' ? __WORDS__.laterShort : __WORDS__.afterShort;
  return (
    <section class="whole">
      <h2>{group.title}</h2>
      {group.lines.map((line) => (
        <div key={line.name} class="gain whole">
          <h3>
            {group.nameOf(line.name)} {line.gain.trust !== 'full' && <b>{`${__WORDS__.gain} ${percent(line.gain.gain)}`}</b>}
          </h3>
          <p class="tiny">{`${__WORDS__.count}: ${line.sessions} · ${__WORDS__.people}: ${line.people}`}</p>
          <Bar share={line.gain.before} text={`${__WORDS__.beforeShort} ${percent(line.gain.before)}`} />
          <Bar share={line.gain.after} isFull text={`${after} ${percent(line.gain.after)}`} />
          <p>{trustWords(line.gain)}</p>
        </div>
      ))}
      {group.note && <p class="tiny">{group.note}</p>}
    </section>
  );
}

function Sessions(props: Props) {
  const store = props.store;
  return (
    <section>
      <h2>{__WORDS__.sessions}</h2>
      <ul class="plain">
        {store.entries.map((entry) => (
          <li key={keyOf(entry)}>
            {writeDay(entry.day)} · {props.nameOf(entry.module)} · {entry.commune || __WORDS__.noCommune} ({entry.number}){entry.kind === 'later' && ` · ${__WORDS__.laterShort}`}{' '}
            <button type="button" aria-label={fill(__WORDS__.remove, { session: keyOf(entry) })} onClick={() => store.remove(entry)}>
              ✕
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The summaries as one table. */
function tableOf(groups: Group[]): Row[] {
  const heading: Row = ['', '', __WORDS__.count || '', __WORDS__.people || '', __WORDS__.beforeShort || '', __WORDS__.afterShort || '', __WORDS__.gain || ''];
  const round = (share: number) => Math.round(share * 100) / 100;
  return groups.reduce(
    (rows: Row[], group) => rows.concat(group.lines.map((line): Row => [group.title, group.nameOf(line.name), line.sessions, line.people, round(line.gain.before), round(line.gain.after), round(line.gain.gain)])),
    [heading],
  );
}
