import { tabTo } from '../support/keyboard.ts';
import { expect, t, test, worlds } from '../support/site.ts';
import { choiceOn, openStory, sceneOn, stepsOf, storiesOf, wayTo } from '../support/story.ts';

/** Stories that are walked through in a browser; that every story can be walked to its end, the content check has proven. */
const MOST = 3;

for (const world of worlds) {
  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test(`every choice of every story of the ${world} leads to its scene and says what belongs to it`, async ({ page, sites }) => {
      test.setTimeout(600_000);
      const { url, content } = sites[world];
      const stories = storiesOf(content).slice(0, MOST);
      expect(stories.length).toBeGreaterThan(0);
      for (const story of stories) {
        await openStory(page, url, story);
        for (const { scene, choice, target } of stepsOf(story)) {
          await choiceOn(page, story, scene, choice.text).click();
          const there = sceneOn(page, story, target);
          await expect(there.getByRole('heading').first()).toBeInViewport();
          const said = there.locator('.note');
          if (choice.feedback) await expect(said.filter({ visible: true })).toHaveText([`${t('story.chosen', { choice: choice.text })} ${choice.feedback}`]);
          else await expect(said.filter({ visible: true })).toHaveCount(0);
        }
      }
    });

    test(`every ending of the ${world} can be reached from the first scene, gives advice and somebody to call`, async ({ page, sites }) => {
      test.setTimeout(600_000);
      const { url, content } = sites[world];
      for (const story of storiesOf(content).slice(0, MOST)) {
        await openStory(page, url, story);
        for (const scene of story.scenes.filter(({ ending }) => ending)) {
          for (const step of wayTo(story, scene.id)) await choiceOn(page, story, step.scene, step.choice.text).click();
          const there = sceneOn(page, story, scene);
          for (const line of scene.ending?.advice ?? []) await expect(there.getByText(line, { exact: true })).toBeVisible();
          await expect(there.locator('.call')).toHaveCount(scene.ending?.contacts.length ?? 0);
          await there.getByRole('link', { name: t('story.again') }).click();
          await expect(page.locator('.story section').first().getByRole('heading')).toBeInViewport();
        }
      }
    });

    test(`a story of the ${world} is all on one sheet of paper after another`, async ({ page, sites }) => {
      const { url, content } = sites[world];
      const story = storiesOf(content).find(({ sensitive }) => !sensitive);
      if (!story) throw new Error('no story');
      await openStory(page, url, story);
      await page.emulateMedia({ media: 'print' });
      for (const scene of story.scenes) await expect(sceneOn(page, story, scene)).toBeVisible();
      for (const { choice } of stepsOf(story)) if (choice.feedback) await expect(page.getByText(choice.feedback)).toBeVisible();
    });
  });

  test(`one scene of a story of the ${world} is shown at a time, and every choice leads on`, async ({ page, sites }) => {
    test.setTimeout(600_000);
    const { url, content } = sites[world];
    for (const story of storiesOf(content).slice(0, MOST)) {
      await openStory(page, url, story);
      await expect(page.locator('.story[data-on]')).toBeVisible();
      for (const { scene, choice, target } of stepsOf(story)) {
        await page.evaluate(
          (place) => {
            location.hash = place;
          },
          `c${story.scenes.indexOf(scene) + 1}`,
        );
        await expect(sceneOn(page, story, scene)).toBeVisible();
        await expect(page.locator('.story section').filter({ visible: true })).toHaveCount(1);
        await choiceOn(page, story, scene, choice.text).click();
        const there = sceneOn(page, story, target);
        await expect(there).toBeVisible();
        await expect(page.locator('.story section').filter({ visible: true })).toHaveCount(1);
        await expect(there.getByRole('heading').first()).toBeFocused();
        await expect(there.getByRole('heading').first()).toBeInViewport();
        const spoken = choice.feedback ? `${t('story.chosen', { choice: choice.text })} ${choice.feedback}` : '';
        await expect(page.locator('.story').getByRole('status')).toHaveText(spoken);
      }
    }
  });
}

test('Back takes a reader to the scene before, and Forward on again', async ({ page, specimen }) => {
  const [story] = storiesOf(specimen.content);
  if (!story) throw new Error('no story');
  await openStory(page, specimen.url, story);
  await page.getByRole('link', { name: 'Đi lối trái.' }).click();
  await page.getByRole('link', { name: 'Đi tiếp.' }).click();
  await expect(page.getByRole('heading', { name: /Bên suối/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: /Lối trái/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Bên suối/ })).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { name: /Ở ngã rẽ/ })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { name: /Lối trái/ })).toBeVisible();
});

test('a story is read to its end by keyboard alone', async ({ page, specimen }) => {
  const [story] = storiesOf(specimen.content);
  if (!story) throw new Error('no story');
  await openStory(page, specimen.url, story);
  await tabTo(page, /Hỏi người quen/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Nhà người quen/ })).toBeFocused();
  // The choices are the very next stops.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Đến nơi/ })).toBeFocused();
  await expect(page.getByText('Hỏi đường trước khi đi.')).toBeVisible();
});

test('a story keeps nothing', async ({ page, specimen }) => {
  const [story] = storiesOf(specimen.content);
  if (!story) throw new Error('no story');
  await openStory(page, specimen.url, story);
  await page.getByRole('link', { name: 'Đi lối trái.' }).click();
  await expect(page.getByRole('heading', { name: /Lối trái/ })).toBeFocused();
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length])).toEqual([0, 0, '', 0]);
});

test('paper gets all scenes of a story that is being played', async ({ page, specimen }) => {
  const [story] = storiesOf(specimen.content);
  if (!story) throw new Error('no story');
  await openStory(page, specimen.url, story);
  await expect(page.locator('.story[data-on]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.story section').filter({ visible: true })).toHaveCount(story.scenes.length);
});

test('a heavy story warns first, and its tab says nothing', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tinh-huong/sp-t2/`);
  await expect(page).toHaveTitle(`Chuyện đọc thêm – ${t('site.name')}`);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.getByText('Chuyện này hơi nặng, đọc lúc nào cũng được.')).toBeInViewport();
  await expect(page.getByRole('heading', { name: /Ở ngã rẽ/ })).toBeHidden();
  await page.getByText(t('story.readOn'), { exact: true }).click();
  await expect(page.getByRole('heading', { name: /Ở ngã rẽ/ })).toBeVisible();
});

test('a lesson leads to its stories, and a module to its own', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await page.getByRole('link', { name: 'Chuyện mẫu' }).click();
  await expect(page).toHaveURL(`${specimen.url}/tinh-huong/sp-t1/`);
  await page.goto(`${specimen.url}/hoc-phan/sp/`);
  await expect(page.getByRole('main').locator('a[href="/tinh-huong/sp-t1/"]')).toBeVisible();
  await page.goto(`${specimen.url}/tinh-huong/`);
  const names = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(names).toEqual(['/tinh-huong/sp-t1/', '/tinh-huong/sp-t2/']);
});
