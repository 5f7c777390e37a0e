import { LEAST_PEOPLE } from './gain.ts';
import type { Heads } from './record.ts';

/**
 * Head counts as they may leave the phone: a group of one to four people could be recognised, so it becomes `undefined`. Because the total is known, one hidden
 * group could be worked out by subtraction; so the smallest other group is hidden with it until what is hidden is at least two groups and five people.
 */
export function hideSmall(heads: Heads): Record<string, number | undefined> {
  const keys = Object.keys(heads).filter((key) => (heads[key] as number) > 0);
  const hidden = keys.filter((key) => (heads[key] as number) < LEAST_PEOPLE);
  const open = keys.filter((key) => hidden.indexOf(key) < 0).sort((a, b) => (heads[a] as number) - (heads[b] as number));
  const sum = () => hidden.reduce((total, key) => total + (heads[key] as number), 0);
  while (hidden.length > 0 && open.length > 0 && (hidden.length < 2 || sum() < LEAST_PEOPLE)) hidden.push(open.shift() as string);
  const shown: Record<string, number | undefined> = {};
  for (const key of Object.keys(heads)) shown[key] = hidden.indexOf(key) >= 0 ? undefined : heads[key];
  return shown;
}
