import type { GroupStore } from './store.ts';

declare const __WORDS__: Record<string, string>;

/** Keys of the head count: sex and age band. */
export const headKeys = ['nu-1', 'nu-2', 'nu-3', 'nam-1', 'nam-2', 'nam-3'];

/** The words for a head count's key. */
export function headName(key: string): string {
  const ages = (__WORDS__.ages || '').split('|');
  return `${key.slice(0, 2) === 'nu' ? __WORDS__.women : __WORDS__.men} ${ages[Number(key.slice(-1)) - 1]}`;
}

/** Six numbers, if the trainer wishes. */
export function Heads(props: { store: GroupStore }) {
  const store = props.store;
  const heads = store.session.heads;
  const set = (key: string, value: string) => {
    const count = Math.max(0, Math.min(255, Math.floor(Number(value)) || 0));
    if (count) heads[key] = count;
    else delete heads[key];
    store.save();
  };
  return (
    <details class="heads">
      <summary>{__WORDS__.heads}</summary>
      <p class="tiny">{__WORDS__.headsText}</p>
      {headKeys.map((key) => (
        <p key={key} class="stepper">
          <label for={key}>{headName(key)}</label>
          <input id={key} type="number" inputMode="numeric" min="0" max="255" value={heads[key] || ''} onChange={(event) => set(key, (event.target as HTMLInputElement).value)} />
        </p>
      ))}
    </details>
  );
}
