import { type Moment, moments, newSession, parseSession, type Round, type SessionRecord } from '../../session/record.ts';
import { eraseText, readText, writeText } from '../keep-text.ts';
import { today } from '../words.ts';
import type { AskedItem, FormsOnPage } from './forms.ts';

const KEY = 'sttb-nhom';

/** Which screen is shown. */
export type Screen = { name: 'home' } | { name: 'ask'; moment: Moment; at: number; isRevealed: boolean } | { name: 'result' };

/** One tap that can be taken back. */
interface Tap {
  moment: Moment;
  item: string;
  hands: number[];
}

/** A session that is being counted: what is kept, what is on the screen, and what a tap does. Every change is written at once. */
export class GroupStore {
  session: SessionRecord;
  screen: Screen = { name: 'home' };
  people = 20;
  isSwapped = false;
  isKept = true;
  isAsking = false;
  /** The choice that the quick buttons add to. */
  current = 0;
  readonly forms: FormsOnPage;
  private readonly taps: Tap[] = [];
  private readonly redraw: () => void;

  constructor(forms: FormsOnPage, module: string, draw: () => void) {
    this.forms = forms;
    this.redraw = draw;
    const kept = parseSession(readText(KEY));
    this.session = kept && kept.module === module ? kept : newSession(module, today());
    const last = moments
      .map((moment) => this.session.rounds[moment])
      .filter((round): round is Round => !!round)
      .pop();
    if (last) this.people = last.people;
  }

  /** Whether a tap can be taken back here. */
  get canUndo(): boolean {
    return this.taps.length > 0;
  }

  items(moment: Moment): AskedItem[] {
    const round = this.session.rounds[moment];
    const form = round ? round.form : this.formFor(moment);
    return this.forms[form] || [];
  }

  /** The form a moment asks: A before and B after, or the other way round; C months later. A form that is not written is replaced by one that is. */
  formFor(moment: Moment): Round['form'] {
    const wanted = moment === 'later' ? 'C' : (moment === 'before') === this.isSwapped ? 'B' : 'A';
    const before = this.session.rounds.before;
    const crossed = moment === 'after' && before ? (before.form === 'A' ? 'B' : 'A') : wanted;
    return this.forms[crossed] ? crossed : (Object.keys(this.forms)[0] as Round['form']);
  }

  /** How many items of a moment have been asked. */
  asked(moment: Moment): number {
    const round = this.session.rounds[moment];
    return round ? this.items(moment).filter((item) => round.hands[item.id]).length : 0;
  }

  begin(moment: Moment): void {
    const round = this.session.rounds[moment] || { form: this.formFor(moment), people: this.people, hands: {} };
    if (!Object.keys(round.hands).length) round.people = this.people;
    this.session.rounds[moment] = round;
    this.go(moment, Math.min(this.asked(moment), this.items(moment).length - 1));
  }

  go(moment: Moment, at: number): void {
    this.screen = { name: 'ask', moment, at, isRevealed: false };
    this.current = 0;
    this.taps.length = 0;
    const item = this.items(moment)[at];
    const round = this.session.rounds[moment];
    if (item && round && !round.hands[item.id]) round.hands[item.id] = item.isRight.map(() => 0);
    this.save();
  }

  reveal(): void {
    if (this.screen.name === 'ask') this.screen = { name: 'ask', moment: this.screen.moment, at: this.screen.at, isRevealed: true };
    this.draw();
  }

  /** Adds hands to a choice of the item on the screen. */
  tap(choice: number, hands: number): void {
    const here = this.here();
    if (!here) return;
    this.taps.push({ moment: here.moment, item: here.item.id, hands: here.hands.slice() });
    here.hands[choice] = Math.max(0, Math.min(here.round.people, (here.hands[choice] || 0) + hands));
    this.current = choice;
    this.save();
  }

  undo(): void {
    const tap = this.taps.pop();
    const round = tap && this.session.rounds[tap.moment];
    if (tap && round) round.hands[tap.item] = tap.hands;
    this.save();
  }

  /** The item on the screen with its hands. */
  here(): { moment: Moment; at: number; round: Round; item: AskedItem; hands: number[]; isRevealed: boolean } | undefined {
    const screen = this.screen;
    if (screen.name !== 'ask') return undefined;
    const round = this.session.rounds[screen.moment];
    const item = this.items(screen.moment)[screen.at];
    return round && item ? { moment: screen.moment, at: screen.at, round, item, hands: round.hands[item.id] || item.isRight.map(() => 0), isRevealed: screen.isRevealed } : undefined;
  }

  /** Items that nobody answered are taken as not asked: the last one on the screen when a session was cut short. */
  private prune(): void {
    for (const moment of moments) {
      const round = this.session.rounds[moment];
      if (!round) continue;
      for (const id of Object.keys(round.hands)) if ((round.hands[id] as number[]).every((count) => !count)) delete round.hands[id];
      if (!Object.keys(round.hands).length) delete this.session.rounds[moment];
    }
  }

  show(screen: 'home' | 'result'): void {
    this.prune();
    this.screen = { name: screen };
    this.save();
  }

  restart(): void {
    this.session = newSession(this.session.module, today());
    this.isAsking = false;
    this.screen = { name: 'home' };
    eraseText(KEY);
    this.draw();
  }

  save(): void {
    this.isKept = writeText(KEY, JSON.stringify(this.session));
    this.draw();
  }

  draw(): void {
    this.redraw();
  }
}
