import type { Page } from '@playwright/test';
import type { Contact } from '../../src/schemas/contact.ts';
import type { Scenario } from '../../src/schemas/scenario.ts';
import { contactTokens } from '../../src/shared/tokens.ts';
import { entries } from './content.ts';
import { t } from './site.ts';

type Scene = Scenario['scenes'][number];

/** All stories of a body of content as their readers see them: numbers stand in the place of `[[contact]]`. */
export function storiesOf(content: string): Scenario[] {
  const resolve = contactTokens(entries<Contact>(content, 'contacts'));
  return entries<Scenario>(content, 'scenarios')
    .filter(({ draft }) => !draft)
    .map((story) => JSON.parse(resolve(JSON.stringify(story))));
}

/** Every choice of a story with the scene it stands in and the one it leads to. */
export const stepsOf = (story: Scenario) => story.scenes.flatMap((scene) => (scene.choices ?? []).map((choice) => ({ scene, choice, target: story.scenes.find(({ id }) => id === choice.to) as Scene })));

/** The way from the first scene to another, as choices. */
export function wayTo(story: Scenario, to: string): ReturnType<typeof stepsOf> {
  const ways = new Map<string, ReturnType<typeof stepsOf>>([[story.scenes[0]?.id ?? '', []]]);
  for (const [id, way] of ways) for (const step of stepsOf(story)) if (step.scene.id === id && !ways.has(step.target.id)) ways.set(step.target.id, [...way, step]);
  return ways.get(to) ?? [];
}

/** One scene on the page. */
export function sceneOn(page: Page, story: Scenario, scene: Scene) {
  const number = story.scenes.findIndex(({ id }) => id === scene.id) + 1;
  return page.locator('.story section', { has: page.getByRole('heading', { name: t('story.scene', { number, title: scene.title }), exact: true, includeHidden: true }) });
}

/** The link of a choice in its scene. */
export const choiceOn = (page: Page, story: Scenario, scene: Scene, text: string) => sceneOn(page, story, scene).getByRole('link').filter({ hasText: text }).first();

/** Opens a story, through its gate when it has one. */
export async function openStory(page: Page, url: string, story: Scenario, anchor = ''): Promise<void> {
  await page.goto(`${url}/tinh-huong/${story.id}/${anchor}`);
  const gate = page.getByText(t('story.readOn'), { exact: true });
  if (story.sensitive && !(await page.locator('details.gate').evaluate((details) => (details as HTMLDetailsElement).open))) await gate.click();
}
