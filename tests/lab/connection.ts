import type { Socket } from 'node:net';
import type { Bottleneck, Weather } from './bottleneck.ts';
import type { Clock } from './clock.ts';
import { Pipe } from './pipe.ts';
import type { Random } from './random.ts';

/** Bytes that wait in the link before the sender is told to rest; about what a phone mast holds. */
const FULL = 65_536;

/** What all connections of a link share. */
export interface Line {
  clock: Clock;
  weather: Weather;
  random: Random;
  narrow: { down: Bottleneck; up: Bottleneck };
}

/** One reader's connection: two pipes between two sockets. */
export class Connection {
  /** Resolves when both sockets are gone. */
  readonly gone: Promise<unknown>;
  readonly #client: Socket;
  readonly #origin: Socket;
  readonly #up: Pipe;
  readonly #down: Pipe;

  constructor(client: Socket, origin: Socket, { narrow, ...line }: Line) {
    this.#client = client;
    this.#origin = origin;
    // A client may speak one round trip after it has called: SYN there, SYN-ACK back.
    this.#up = join(client, origin, { ...line, bottleneck: narrow.up, opens: line.clock.now() + line.weather.profile.rtt });
    this.#down = join(origin, client, { ...line, bottleneck: narrow.down });
    // Nobody is there to read any more; what waits must not take the line's time from others.
    client.on('close', () => this.#down.cancel());
    this.gone = Promise.all([client, origin].map((socket) => new Promise((done) => socket.on('close', done))));
  }

  /** To be called when the weather has changed. */
  pump(): void {
    this.#up.pump();
    this.#down.pump();
  }

  /** Breaks the connection for both sides at once. */
  breakOff(): void {
    this.#up.cancel();
    this.#down.cancel();
    this.#client.resetAndDestroy();
    this.#origin.resetAndDestroy();
  }
}

function join(source: Socket, sink: Socket, line: Omit<Line, 'narrow'> & { bottleneck: Bottleneck; opens?: number }): Pipe {
  let hasEnded = false;
  const pipe = new Pipe({
    ...line,
    deliver: (data) => void (sink.writable && sink.write(data)),
    finish: (ending) => void (ending === 'end' ? sink.end() : sink.resetAndDestroy()),
    sent: () => pipe.backlog < FULL / 2 && source.isPaused() && source.resume(),
  });
  source.on('data', (data: Buffer) => {
    pipe.push(data);
    if (pipe.backlog > FULL) source.pause();
  });
  source.on('end', () => {
    hasEnded = true;
    pipe.close('end');
  });
  source.on('error', () => {});
  source.on('close', () => {
    if (!hasEnded && !sink.destroyed) pipe.close('reset');
  });
  return pipe;
}
