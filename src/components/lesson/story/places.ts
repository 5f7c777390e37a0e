import type { Scene } from '../../../schemas/scenario.ts';

type Choice = NonNullable<Scene['choices']>[number];

/** A scene in its place on the page. */
export interface Place {
  scene: Scene;
  /** From 1. */
  number: number;
  /** Choices of other scenes that say something when they lead here, each with the anchor it leads to. */
  comingFrom: { anchor: string; choice: Choice }[];
}

/** The anchor of a scene: it says nothing, because it stays in the browser's history. */
export const anchorOf = (number: number): string => `c${number}`;

/** The scenes with their numbers and with what is said to whoever comes from a choice. */
export function placesOf(scenes: Scene[]): Place[] {
  const places = scenes.map((scene, index): Place => ({ scene, number: index + 1, comingFrom: [] }));
  for (const { scene } of places)
    for (const choice of scene.choices ?? []) {
      const target = places.find((place) => place.scene.id === choice.to);
      if (target && choice.feedback) target.comingFrom.push({ anchor: `${anchorOf(target.number)}-${target.comingFrom.length + 1}`, choice });
    }
  return places;
}

/** Where a choice leads: what is said about it, or the scene itself. */
export function targetOf(choice: Choice, places: Place[]): { anchor: string; number: number } {
  const place = places.find(({ scene }) => scene.id === choice.to);
  if (!place) throw new Error(`Không có cảnh ${choice.to}.`);
  return { anchor: place.comingFrom.find((coming) => coming.choice === choice)?.anchor ?? anchorOf(place.number), number: place.number };
}
