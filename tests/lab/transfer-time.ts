import { HEADERS, onTheWire, SEGMENT, wireMs } from './bottleneck.ts';
import type { LinkProfile } from './profiles.ts';

const FIRST_WINDOW = 10;

/**
 * The time that physics allows at best, written down independently of the link: milliseconds from the call to the last
 * byte of the answer, on a new connection that is alone on a line without loss.
 *
 * One round trip for the call, half of one each for the question and the answer, and the bytes at the line's rate, except that the
 * sender must rest while its window is smaller than the line is long: windows of 10, 20, 40… segments, a round trip and a segment apart.
 *
 * @param question bytes of the request with its headers
 * @param answer bytes of the response with its headers
 */
export function transferMs({ down, up, rtt }: LinkProfile, question: number, answer: number): number {
  const one = wireMs(SEGMENT + HEADERS, down);
  let rests = 0;
  let sent = 0;
  for (let window = FIRST_WINDOW; answer - sent > window * SEGMENT && window * one < rtt + one; window *= 2) {
    rests += 1;
    sent += window * SEGMENT;
  }
  return rtt * 2 + wireMs(onTheWire(question), up) + rests * (rtt + one) + wireMs(onTheWire(answer - sent), down);
}
