/** A link that works for a while, then does not, again and again; in milliseconds, counted from when the profile was set. */
export interface Rhythm {
  up: number;
  down: number;
}

/** How a line to the Internet behaves. */
export interface LinkProfile {
  /** Kilobits per second towards the reader, and back. */
  down: number;
  up: number;
  /** Milliseconds there and back on an empty line. */
  rtt: number;
  /** Share of segments that get lost, 0–1. */
  loss?: number;
  /** Silence now and then: nothing moves, nothing breaks. */
  stalls?: Rhythm;
  /** The line goes away now and then: open connections break, new ones are refused. */
  flaps?: Rhythm;
  /** Connections are accepted and then nothing ever comes: what a phone without credit sees. */
  hang?: boolean;
}

/** The lines that our figures speak about: from hardly anything to an ordinary 4G evening. */
export const profiles = {
  /** The worst that still counts as a line. */
  crawl: { down: 50, up: 50, rtt: 400 },
  /** EDGE. */
  edge: { down: 240, up: 200, rtt: 840 },
  /** A full cell of an early 3G. */
  slow3g: { down: 400, up: 400, rtt: 400 },
  /** 4G at the edge of the village. */
  slow4g: { down: 1600, up: 750, rtt: 150 },
  /** 3G on a hillside: every thirtieth segment is lost, and now and then there are two seconds of silence. */
  lossy: { down: 400, up: 400, rtt: 400, loss: 0.03, stalls: { up: 6000, down: 2000 } },
  /** No credit left. */
  hang: { down: 400, up: 400, rtt: 400, hang: true },
  /** No slower than the machine itself: for tests that need only what goes wrong, not how long it takes. */
  instant: { down: 1_000_000, up: 1_000_000, rtt: 0 },
} as const satisfies Record<string, LinkProfile>;

export type ProfileName = keyof typeof profiles;

/** Whether a rhythm is in its silent part, and when the present part ends; both in milliseconds since it began. */
export function phase(rhythm: Rhythm, elapsed: number): { isDown: boolean; ends: number } {
  const length = rhythm.up + rhythm.down;
  const round = Math.floor(elapsed / length) * length;
  const isDown = elapsed - round >= rhythm.up;
  return { isDown, ends: round + (isDown ? length : rhythm.up) };
}
