/** Time as the link sees it, in milliseconds. The link asks this and nothing else, so its rules can be tested without waiting. */
export interface Clock {
  now(): number;
  /**
   * Does something at a moment, never before it; when the moment has passed, soon, but not before this call returns.
   * @returns a way to call it off
   */
  at(time: number, work: () => void): () => void;
}

/** The clock on the wall. */
export const wallClock: Clock = {
  now: () => performance.now(),
  at(time, work) {
    let timer: NodeJS.Timeout;
    // Timers count whole milliseconds and cut off the rest.
    const wait = () => {
      timer = setTimeout(() => (performance.now() < time ? wait() : work()), Math.ceil(Math.max(0, time - performance.now())));
    };
    wait();
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until it is told to go on. */
export interface ToyClock extends Clock {
  /** Does everything that is due, in order, until nothing is left or `until` is reached. */
  run(until?: number): void;
}

export function toyClock(): ToyClock {
  let now = 0;
  let count = 0;
  const due: { time: number; order: number; work: () => void }[] = [];
  return {
    now: () => now,
    at(time, work) {
      const entry = { time: Math.max(time, now), order: (count += 1), work };
      due.push(entry);
      return () => void due.splice(due.indexOf(entry) >>> 0, 1);
    },
    run(until = Number.POSITIVE_INFINITY) {
      for (;;) {
        due.sort((a, b) => a.time - b.time || a.order - b.order);
        const next = due[0];
        if (!next || next.time > until) break;
        due.shift();
        now = next.time;
        next.work();
      }
      if (Number.isFinite(until)) now = Math.max(now, until);
    },
  };
}
