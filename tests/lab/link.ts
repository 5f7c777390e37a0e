import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Bottleneck, type Weather } from './bottleneck.ts';
import { wallClock } from './clock.ts';
import { Pipe } from './pipe.ts';
import { type LinkProfile, phase, type ProfileName, profiles } from './profiles.ts';
import { seeded } from './random.ts';

/** Bytes that wait in the link before the sender is told to rest; about what a phone mast holds. */
const FULL = 65_536;

/** A slow line in front of a local server. */
export interface Link {
  /** The port to ask instead of the server's. */
  port: number;
  /** What has crossed the line since the start: bytes each way with all headers, and connections. */
  readonly counters: { down: number; up: number; connections: number };
  /** Another line from now on, for open connections too. */
  set(profile: LinkProfile | ProfileName): void;
  /** Breaks all connections, once. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Puts a line of a known kind in front of a local server, for any client on this machine: a page and its worker alike, which
 * a browser's own throttling does not do. See README.md for the model and its limits.
 *
 * @param target the server's port on 127.0.0.1
 * @param seed decides which segments get lost
 */
export async function createLink({ target, profile, seed = 1 }: { target: number; profile: LinkProfile | ProfileName; seed?: number }): Promise<Link> {
  const clock = wallClock;
  const weather: Weather = { profile: read(profile), since: clock.now() };
  const narrow = { down: new Bottleneck(clock, weather, 'down'), up: new Bottleneck(clock, weather, 'up') };
  const random = seeded(seed);
  const open = new Set<{ client: Socket; pipes: Pipe[]; breakOff: () => void }>();
  let connections = 0;

  const isAway = () => Boolean(weather.profile.flaps && phase(weather.profile.flaps, clock.now() - weather.since).isDown);
  const reset = () => {
    for (const connection of [...open]) connection.breakOff();
  };

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    client.on('error', () => {});
    if (isAway()) return void client.resetAndDestroy();
    connections += 1;
    const origin = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const shared = { clock, weather, random };
    // A client may speak one round trip after it has called: SYN there, SYN-ACK back.
    const up = between(client, origin, new Pipe({ ...shared, bottleneck: narrow.up, opens: clock.now() + weather.profile.rtt, ...into(origin) }));
    const down = between(origin, client, new Pipe({ ...shared, bottleneck: narrow.down, ...into(client) }));
    const connection = { client, pipes: [up, down], breakOff };
    function breakOff() {
      open.delete(connection);
      for (const pipe of connection.pipes) pipe.cancel();
      client.resetAndDestroy();
      origin.resetAndDestroy();
    }
    open.add(connection);
    client.on('close', () => open.delete(connection));
  });

  let callOff = () => {};
  const keepRhythm = () => {
    callOff();
    const { flaps } = weather.profile;
    if (!flaps) return;
    const { isDown, ends } = phase(flaps, clock.now() - weather.since);
    if (isDown) reset();
    // A timer may come a little early; one millisecond later is surely in the next part.
    callOff = clock.at(weather.since + ends + 1, keepRhythm);
  };

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  keepRhythm();
  return {
    port: (server.address() as AddressInfo).port,
    get counters() {
      return { down: narrow.down.bytes, up: narrow.up.bytes, connections };
    },
    set(next) {
      weather.profile = read(next);
      weather.since = clock.now();
      keepRhythm();
      for (const { pipes } of open) for (const pipe of pipes) pipe.pump();
    },
    reset,
    async close() {
      callOff();
      reset();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const read = (profile: LinkProfile | ProfileName): LinkProfile => (typeof profile === 'string' ? profiles[profile] : profile);

/** Where a pipe's bytes come out. */
const into = (sink: Socket) => ({
  deliver: (data: Buffer) => void (sink.writable && sink.write(data)),
  finish: (ending: 'end' | 'reset') => void (ending === 'end' ? sink.end() : sink.resetAndDestroy()),
});

/** Puts a pipe's mouth to a socket. */
function between(source: Socket, sink: Socket, pipe: Pipe): Pipe {
  let hasEnded = false;
  source.on('data', (data) => {
    pipe.push(data);
    if (pipe.backlog <= FULL) return;
    source.pause();
    const look = setInterval(() => {
      if (pipe.backlog > FULL / 2 && !source.destroyed) return;
      clearInterval(look);
      source.resume();
    }, 10);
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
