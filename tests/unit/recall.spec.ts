import { expect, test } from '@playwright/test';
import { strikeNumbers } from '../../src/shared/recall.ts';

const gone = [{ written: ['0981 84 84 84', '+84 981 84 84 84'], instead: 'Số đã rút: sai & "cũ"' }];
const words = 'Số đã rút: sai &amp; &quot;cũ&quot;';

for (const [what, body, expected] of [
  ['a link that calls it from anywhere', '<a class="tel" href="tel:+84981848484"><svg/><b>0981 84 84 84</b></a>', `<b>${words}</b>`],
  ['a link that calls it at home', '<a href="tel:0981848484">gọi</a>', `<b>${words}</b>`],
  ['the number in a sentence', 'Gọi 0981 84 84 84 nhé', `Gọi ${words} nhé`],
  ['another number', '<a href="tel:111">111</a> và 0965 41 11 18', '<a href="tel:111">111</a> và 0965 41 11 18'],
] as const) {
  test(`${what} is ${body === expected ? 'left alone' : 'taken out, with the reason in its place'}`, () => {
    expect(strikeNumbers(body, gone)).toBe(expected);
  });
}

test('of a short number only the link goes: the same digits count other things too', () => {
  expect(strikeNumbers('<a href="tel:111">111</a>, 111 người', [{ written: ['111'], instead: 'đã rút' }])).toBe('<b>đã rút</b>, 111 người');
});
