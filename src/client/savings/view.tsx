import { type Entry, type Meeting, readMoney, type Sheet, shareOut, sheetsOf, writeMoney } from '../../session/savings.ts';
import { fill } from '../words.ts';
import { columns, Files } from './files.tsx';
import type { SavingsStore } from './store.ts';

declare const __WORDS__: Record<string, string>;

const money = (sum: number) => fill(__WORDS__.dong, { amount: writeMoney(sum) });
const typed = (event: Event) => (event.target as HTMLInputElement).value;

/** The whole book: setting it up, one meeting, the box, the sharing out, files. */
export function SavingsBook(props: { store: SavingsStore }) {
  const store = props.store;
  const meeting = store.book.meetings[store.at];
  const sheets = sheetsOf(store.book);
  const sheet = sheets[store.at];
  return (
    <div>
      <Setup store={store} />
      <p class="acts">
        {store.book.meetings.map((one, index) => (
          <button
            key={index}
            type="button"
            aria-pressed={index === store.at}
            class={index === store.at ? 'now' : ''}
            onClick={() => {
              store.at = index;
              store.draw();
            }}
          >
            {fill(__WORDS__.meeting, { number: index + 1 })}
            <small>{one.day.split('-').reverse().join('/')}</small>
          </button>
        ))}{' '}
        <button type="button" onClick={() => store.addMeeting()}>
          + {__WORDS__.addMeeting}
        </button>
      </p>
      {meeting && sheet && <MeetingForm store={store} meeting={meeting} sheet={sheet} />}
      {meeting && sheets.length > 0 && <Sharing store={store} sheet={sheets[sheets.length - 1] as Sheet} />}
      <Files store={store} />
    </div>
  );
}

function Field(props: { id: string; label: string; value: number | string; onValue: (text: string) => void; type?: string; isMoney?: boolean }) {
  return (
    <p class="stepper">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        class="money"
        type={props.type || 'text'}
        inputMode={props.type ? undefined : 'numeric'}
        autoComplete="off"
        value={props.isMoney ? writeMoney(Number(props.value)) : props.value}
        onChange={(event) => props.onValue(typed(event))}
      />
    </p>
  );
}

function Setup(props: { store: SavingsStore }) {
  const store = props.store;
  const book = store.book;
  return (
    <details open={!book.meetings.length}>
      <summary>{__WORDS__.setup}</summary>
      <Field id="thanh-vien" label={__WORDS__.members || ''} value={book.members} onValue={(text) => store.setMembers(Number(text))} />
      <Field
        id="co-phan"
        label={__WORDS__.share || ''}
        value={book.share}
        isMoney
        onValue={(text) => {
          book.share = Math.max(1, readMoney(text));
          store.save();
        }}
      />
      <Field
        id="lai"
        label={__WORDS__.rate || ''}
        value={String(book.rate).replace('.', ',')}
        onValue={(text) => {
          book.rate = Math.max(0, Math.min(100, Number(text.replace(',', '.')) || 0));
          store.save();
        }}
      />
    </details>
  );
}

function MeetingForm(props: { store: SavingsStore; meeting: Meeting; sheet: Sheet }) {
  const store = props.store;
  const meeting = props.meeting;
  const sheet = props.sheet;
  return (
    <section>
      <h2>{fill(__WORDS__.meeting, { number: store.at + 1 })}</h2>
      <Field
        id="ngay-hop"
        type="date"
        label={__WORDS__.day || ''}
        value={meeting.day}
        onValue={(text) => {
          if (/^\d{4}-\d\d-\d\d$/.test(text)) meeting.day = text;
          store.save();
        }}
      />
      {meeting.entries.map((entry, index) => (
        <Member key={index} store={store} entry={entry} number={index + 1} sheet={sheet} />
      ))}
      <div class="note">
        <p>
          <b>{fill(__WORDS__.shouldBe, { amount: money(sheet.box) })}</b>
        </p>
        {sheet.short > 0 && <p class="cut">{fill(__WORDS__.short, { difference: money(sheet.short) })}</p>}
        <Field
          id="dem"
          label={__WORDS__.counted || ''}
          value={meeting.counted === undefined ? '' : writeMoney(meeting.counted)}
          onValue={(text) => {
            if (text.trim() === '') delete meeting.counted;
            else meeting.counted = readMoney(text);
            store.save();
          }}
        />
        <p class="tiny">{__WORDS__.countedHelp}</p>
        <p role="status">
          <b>{sheet.difference === undefined ? '' : sheet.difference === 0 ? `✓ ${__WORDS__.right}` : `✗ ${fill(__WORDS__.wrong, { difference: money(sheet.difference) })}`}</b>
        </p>
      </div>
    </section>
  );
}

/** One member's line, folded: at the box they come one by one. */
function Member(props: { store: SavingsStore; entry: Entry; number: number; sheet: Sheet }) {
  const standing = props.sheet.members[props.number - 1];
  const name = fill(__WORDS__.member, { number: props.number });
  if (!standing) return null;
  return (
    <details class="member">
      <summary>
        {name}
        <small>
          {__WORDS__.shares} {standing.shares}
          {standing.owes > 0 && ` · ${__WORDS__.owes} ${money(standing.owes)}`}
        </small>
      </summary>
      {columns.map((column) => (
        <Field
          key={column}
          id={`${column}-${props.number}`}
          label={__WORDS__[column] || ''}
          value={props.entry[column]}
          isMoney={column !== 'shares'}
          onValue={(text) => {
            props.entry[column] = column === 'shares' ? Math.min(99, readMoney(text)) : readMoney(text);
            props.store.save();
          }}
        />
      ))}
      {standing.owes > 0 && (
        <p class="tiny">
          {__WORDS__.dueInterest}: {money(standing.monthly)}
        </p>
      )}
      {standing.isOverpaid && <p class="cut">{fill(__WORDS__.overpaid, { member: name })}</p>}
    </details>
  );
}

function Sharing(props: { store: SavingsStore; sheet: Sheet }) {
  const out = shareOut(props.store.book);
  return (
    <details>
      <summary>{__WORDS__.shareOut}</summary>
      {props.sheet.owes > 0 && <p class="cut">{fill(__WORDS__.openLoans, { amount: money(props.sheet.owes) })}</p>}
      <p>
        <b>{fill(__WORDS__.perShare, { amount: money(out.perShare) })}</b> {__WORDS__.shareOutHelp}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{fill(__WORDS__.member, { number: '' })}</th>
            <th scope="col">{__WORDS__.shares}</th>
            <th scope="col">{__WORDS__.gets}</th>
          </tr>
        </thead>
        <tbody>
          {out.gets.map((part, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>{(props.sheet.members[index] as { shares: number }).shares}</td>
              <td>{money(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{fill(__WORDS__.remainder, { amount: money(out.remainder) })}</p>
    </details>
  );
}
