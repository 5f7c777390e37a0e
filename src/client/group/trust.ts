import type { Gain } from '../../session/gain.ts';

declare const __WORDS__: Record<string, string>;

/** The honest words for a comparison. */
export function trustWords(gain: Gain): string {
  const isDown = gain.gain < 0 && (gain.trust === 'hint' || gain.trust === 'sure');
  return __WORDS__[isDown ? `${gain.trust}Down` : gain.trust] || '';
}
