import type { PlanStep } from '../schemas/plan.ts';

/** Minutes of a plan when everything that can be shortened is shortened. */
export const leastMinutes = ({ steps }: { steps: PlanStep[] }): number => steps.reduce((sum, step) => sum + step.least, 0);

/** Each step with the minute of the session it begins at. */
export function timedSteps({ steps }: { steps: PlanStep[] }): { step: PlanStep; number: number; from: number; to: number }[] {
  let now = 0;
  return steps.map((step, index) => {
    const from = now;
    now += step.minutes;
    return { step, number: index + 1, from, to: now };
  });
}
