import type { Clock } from './clock.ts';
import { type LinkProfile, phase } from './profiles.ts';

/** Bytes of text and numbers that one segment carries at most, and the bytes of its headers (IP and TCP). */
export const SEGMENT = 1460;
export const HEADERS = 40;

/** Bytes that some payload is on the wire. An empty segment is its headers. */
export const onTheWire = (payload: number): number => payload + HEADERS * Math.max(1, Math.ceil(payload / SEGMENT));

/** Milliseconds that bytes on the wire take at a rate in kilobits per second. */
export const wireMs = (bytes: number, kbps: number): number => (bytes * 8) / kbps;

/** The profile in force, and since when. Shared by everything on one link, so that all change at once. */
export interface Weather {
  profile: LinkProfile;
  since: number;
}

/**
 * The narrow place that all connections share, one per direction: segments wait for each other in the order in which they
 * came, and a connection that is alone has all of it.
 */
export class Bottleneck {
  /** Bytes that have gone through, headers and lost segments included. */
  bytes = 0;
  readonly #clock: Clock;
  readonly #weather: Weather;
  readonly #direction: 'down' | 'up';
  #free = 0;

  constructor(clock: Clock, weather: Weather, direction: 'down' | 'up') {
    this.#clock = clock;
    this.#weather = weather;
    this.#direction = direction;
  }

  /** Another line: nobody waits for what was queued on the old one. */
  clear(): void {
    this.#free = 0;
  }

  /** Lets a segment through. @returns when its last bit has left, in the clock's milliseconds */
  pass(payload: number): number {
    const { profile, since } = this.#weather;
    this.bytes += onTheWire(payload);
    const start = Math.max(this.#clock.now(), this.#free);
    const work = wireMs(onTheWire(payload), profile[this.#direction]);
    this.#free = profile.stalls ? since + worked(profile.stalls, start - since, work) : start + work;
    return this.#free;
  }
}

/** When work that begins at `start` is done, if nothing is done in the silent parts of the rhythm. */
function worked(rhythm: { up: number; down: number }, start: number, work: number): number {
  let now = start;
  let left = work;
  for (;;) {
    const { isDown, ends } = phase(rhythm, now);
    if (!isDown && ends - now >= left) return now + left;
    if (!isDown) left -= ends - now;
    now = ends;
  }
}
