import { type Bottleneck, SEGMENT, type Weather } from './bottleneck.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** Segments that a sender may have on the way before the first is acknowledged. */
const FIRST_WINDOW = 10;
/** A lost segment is missed one round trip after it left, and sent again a little later: between TCP's quick and its slow answer. */
const RESEND_AFTER = 200;

/** How a side of a connection ends: politely, after its last byte, or broken. */
export type Ending = 'end' | 'reset';

interface Segment {
  data: Buffer;
  ending?: Ending;
  hasArrived: boolean;
}

/** What a pipe is connected to. */
export interface PipeEnds {
  clock: Clock;
  weather: Weather;
  bottleneck: Bottleneck;
  random: Random;
  /** Nothing leaves before this moment (the handshake). */
  opens?: number;
  deliver(data: Buffer): void;
  finish(ending: Ending): void;
  /** Called when bytes have left: there is room for more. */
  sent?(): void;
}

/**
 * One direction of one connection: cuts bytes into segments, keeps to a window that starts small and grows with every
 * acknowledgement, loses some, and hands everything over in order, half a round trip after it left the bottleneck.
 */
export class Pipe {
  readonly #ends: PipeEnds;
  #waiting: Segment[] = [];
  #flying: Segment[] = [];
  #unacknowledged = 0;
  #window = FIRST_WINDOW;
  #threshold = Number.POSITIVE_INFINITY;
  #calledOff = false;

  constructor(ends: PipeEnds) {
    this.#ends = ends;
    if (ends.opens) ends.clock.at(ends.opens, () => this.pump());
  }

  /** Bytes that have not left yet: the sender should rest when there are many. */
  get backlog(): number {
    return this.#waiting.reduce((sum, segment) => sum + segment.data.length, 0);
  }

  push(data: Buffer): void {
    for (let start = 0; start < data.length; start += SEGMENT) this.#waiting.push({ data: data.subarray(start, start + SEGMENT), hasArrived: false });
    this.pump();
  }

  /** No more bytes. A broken connection takes with it what has not left yet. */
  close(ending: Ending): void {
    if (ending === 'reset') this.#waiting = [];
    this.#waiting.push({ data: Buffer.alloc(0), ending, hasArrived: false });
    this.pump();
  }

  /** Forgets everything; nothing is handed over any more. */
  cancel(): void {
    this.#calledOff = true;
    this.#waiting = [];
  }

  /** Sends what the window lets through. To be called when the weather has changed, too. */
  pump(): void {
    const { clock, weather, opens = 0 } = this.#ends;
    while (!weather.profile.hang && clock.now() >= opens && this.#unacknowledged < Math.floor(this.#window)) {
      const segment = this.#waiting.shift();
      if (!segment) return;
      this.#flying.push(segment);
      this.#unacknowledged += 1;
      this.#send(segment);
      this.#ends.sent?.();
    }
  }

  #send(segment: Segment): void {
    const { clock, weather, bottleneck, random } = this.#ends;
    const left = bottleneck.pass(segment.data.length);
    const { rtt, loss = 0 } = weather.profile;
    // Asked only where there is loss, so that a quiet line uses up no chance.
    if (loss > 0 && random() < loss) {
      this.#threshold = this.#window = Math.max(2, this.#window / 2);
      clock.at(left + rtt + RESEND_AFTER, () => this.#calledOff || this.#send(segment));
      return;
    }
    clock.at(left + rtt / 2, () => {
      segment.hasArrived = true;
      this.#handOver();
    });
    clock.at(left + rtt, () => {
      this.#unacknowledged -= 1;
      this.#window += this.#window < this.#threshold ? 1 : 1 / this.#window;
      this.pump();
    });
  }

  #handOver(): void {
    while (!this.#calledOff && this.#flying[0]?.hasArrived) {
      const { data, ending } = this.#flying.shift() as Segment;
      if (ending) this.#ends.finish(ending);
      else this.#ends.deliver(data);
    }
  }
}
