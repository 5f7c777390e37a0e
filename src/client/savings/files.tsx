import { type Row, toCsv } from '../../session/csv.ts';
import { type Entry, type Sheet, sheetsOf } from '../../session/savings.ts';
import { saveFile } from '../keep-text.ts';
import { fill, today } from '../words.ts';
import type { SavingsStore } from './store.ts';

declare const __WORDS__: Record<string, string>;

/** What is written of a member at a meeting, in the order of the form and of the table. */
export const columns: (keyof Entry)[] = ['shares', 'loan', 'repaid', 'interest', 'fine'];

/** Taking the book away as a file, bringing it back, erasing it. */
export function Files(props: { store: SavingsStore }) {
  const store = props.store;
  const restore = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files && input.files[0];
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => {
      store.said = store.restore(String(reader.result)) ? __WORDS__.restored || '' : __WORDS__.notRestored || '';
      input.value = '';
      store.draw();
    };
    reader.readAsText(file);
  };
  const asking = (isAsking: boolean) => {
    store.isAsking = isAsking;
    store.draw();
  };
  return (
    <section class="acts">
      <p class="tiny">{store.isKept ? __WORDS__.kept : __WORDS__.notKept}</p>
      <p>
        <button type="button" onClick={() => saveFile(`${__WORDS__.file}-${today()}.json`, JSON.stringify(store.book), 'application/json')}>
          {__WORDS__.save}
        </button>{' '}
        <button type="button" onClick={() => saveFile(`${__WORDS__.file}-${today()}.csv`, toCsv(tableOf(store), ';'), 'text/csv')}>
          {__WORDS__.table}
        </button>
      </p>
      <p>
        <label for="mo-sao">
          <b>{__WORDS__.restore}</b>
        </label>
        <input id="mo-sao" type="file" accept=".json,application/json" onChange={restore} />
      </p>
      <p role="status">{store.said}</p>
      {!store.isAsking && (
        <p>
          <button type="button" onClick={() => asking(true)}>
            {__WORDS__.clear}
          </button>
        </p>
      )}
      {store.isAsking && (
        <fieldset aria-label={__WORDS__.clear}>
          <p>{__WORDS__.clearSure}</p>
          <button type="button" onClick={() => asking(false)}>
            {__WORDS__.no}
          </button>{' '}
          <button type="button" onClick={() => store.clear()}>
            {__WORDS__.yes}
          </button>
        </fieldset>
      )}
    </section>
  );
}

/** The book as a table: one line for each member of each meeting, then what must be in the box and what was counted. */
function tableOf(store: SavingsStore): Row[] {
  const sheets = sheetsOf(store.book);
  const heading: Row = [__WORDS__.day || '', fill(__WORDS__.member, { number: '' }).trim()].concat(
    columns.map((column) => __WORDS__[column] || ''),
    [__WORDS__.owes || '', fill(__WORDS__.shouldBe, { amount: '' }).trim(), __WORDS__.counted || ''],
  );
  return store.book.meetings.reduce(
    (rows: Row[], meeting, at) => {
      const sheet = sheets[at] as Sheet;
      const lines = meeting.entries.map(
        (entry, index): Row =>
          ([meeting.day, index + 1] as Row).concat(
            columns.map((column) => entry[column]),
            [(sheet.members[index] as { owes: number }).owes],
          ),
      );
      return rows.concat(lines, [[meeting.day, '', '', '', '', '', '', sheet.owes, sheet.box, meeting.counted === undefined ? '' : meeting.counted]]);
    },
    [heading],
  );
}
