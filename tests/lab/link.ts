import { type AddressInfo, connect, createServer } from 'node:net';
import { Bottleneck, type Weather } from './bottleneck.ts';
import { wallClock as clock } from './clock.ts';
import { Connection, type Line } from './connection.ts';
import { type LinkProfile, type ProfileName, phase, profiles } from './profiles.ts';
import { seeded } from './random.ts';

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
  const weather: Weather = { profile: read(profile), since: clock.now() };
  const narrow = { down: new Bottleneck(clock, weather, 'down'), up: new Bottleneck(clock, weather, 'up') };
  const line: Line = { clock, weather, narrow, random: seeded(seed) };
  const open = new Set<Connection>();
  let connections = 0;

  const isAway = () => Boolean(weather.profile.flaps && phase(weather.profile.flaps, clock.now() - weather.since).isDown);
  const reset = () => {
    for (const connection of [...open]) connection.breakOff();
  };

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    if (isAway()) return void client.on('error', () => {}).resetAndDestroy();
    connections += 1;
    const origin = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const connection = new Connection(client, origin, line);
    open.add(connection);
    connection.gone.then(() => open.delete(connection));
  });

  let callOff = () => {};
  const keepRhythm = () => {
    callOff();
    const { flaps } = weather.profile;
    if (!flaps) return;
    const { isDown, ends } = phase(flaps, clock.now() - weather.since);
    if (isDown) reset();
    // Rounding must not put us back before the end of this part.
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
      narrow.down.clear();
      narrow.up.clear();
      keepRhythm();
      for (const connection of open) connection.pump();
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
