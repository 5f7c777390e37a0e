import { expect, test } from '@playwright/test';
import { cutSlides } from '../../../src/components/trainer/slides/cut.ts';

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const sentence = 'Một câu khá dài để chiếm chỗ trên tường, có chữ NGHIÊNG NGẢ.';

test('a part of a lesson becomes a slide with its title, and what is for the trainer becomes notes', () => {
  const [slide, ...more] = cutSlides('<section data-kind="key" data-title="Hỏi nhà trước"><p>Chưa gật đầu. <small data-note>Căn cứ F1.1: Luật mẫu</small> Hỏi <b>mẹ</b>.</p></section>', 'Bài');
  expect(more).toEqual([]);
  expect([slide?.kind, slide?.title, slide?.isContinued, words(slide?.html ?? ''), slide?.notes]).toEqual(['key', 'Hỏi nhà trước', false, 'Chưa gật đầu. Hỏi mẹ .'.replace(' .', ' .'), ['Căn cứ F1.1: Luật mẫu']]);
});

test('a long text goes to further slides, and not a word is lost', () => {
  const text = Array.from({ length: 20 }, (_, index) => `${index + 1}. ${sentence}`).join(' ');
  const slides = cutSlides(`<section data-kind="key" data-title="Dài"><p>${text}</p></section>`, 'Bài');
  expect(slides.length).toBeGreaterThan(2);
  expect(slides.map(({ isContinued }) => isContinued)).toEqual(slides.map((_, index) => index > 0));
  expect(slides.map(({ html }) => words(html)).join(' ')).toBe(text);
});

test('a numbered list that is cut goes on counting', () => {
  const items = Array.from({ length: 12 }, (_, index) => `<li>Việc ${index + 1}. ${sentence}</li>`).join('');
  const slides = cutSlides(`<section data-kind="do" data-title="Làm"><ol>${items}</ol></section>`, 'Bài');
  expect(slides.length).toBeGreaterThan(1);
  for (const { html } of slides) {
    const first = Number(/<ol start="(\d+)"/.exec(html)?.[1]);
    expect(words(html)).toMatch(new RegExp(`^Việc ${first}\\.`));
    expect(html.match(/<ol/g)).toHaveLength(1);
  }
  expect(slides.flatMap(({ html }) => html.match(/<li>/g) ?? [])).toHaveLength(12);
});

test('no slide has more lines than fit on a wall, unless one sentence alone is longer', () => {
  const html = ['key', 'sit', 'mis']
    .map(
      (kind) =>
        `<section data-kind="${kind}" data-title="Một tên khá dài cho một tờ trên tường nhà văn hóa"><p>${sentence}</p><p>${sentence} ${sentence}</p><ul><li>${sentence}</li><li>${sentence}</li></ul><p>${sentence.repeat(4)}</p></section>`,
    )
    .join('');
  for (const slide of cutSlides(html, 'Bài')) expect(words(slide.html).length).toBeLessThan(42 * 9);
});

test('text between the parts of a lesson is not forgotten', () => {
  const slides = cutSlides('<p>Mở lời.</p><section data-kind="key" data-title="Ý"><p>Một.</p></section><h2>Hay hiểu lầm</h2><p>Kết.</p>', 'Bài');
  expect(slides.map(({ title, html }) => [title, words(html)])).toEqual([
    ['Bài', 'Mở lời.'],
    ['Ý', 'Một.'],
    ['Bài', 'Kết.'],
  ]);
});
