import { expect, test } from '@playwright/test';
import { findForeign } from '../../../src/build/find-foreign.ts';

const page = (body: string, head = '') => `<!doctype html><html lang="vi"><head><style>a{}</style><script type="module">1</script>${head}</head><body>${body}</body></html>`;

/** What an attacker, a careless plug-in or a tired editor might get into a finished page. */
const hostile: [what: string, html: string][] = [
  ['a second script', page('<script>alert(1)</script>')],
  ['a script of another site', page('', '<script src="https://xau.vn/a.js"></script>')],
  ['a script of the own site that the layout did not put there', page('', '<script src="/js/x.js"></script>')],
  ['a script in a drawing', page('<svg><script>alert(1)</script></svg>')],
  ['a script in a template', page('<template><script>alert(1)</script></template>')],
  ['code in an event attribute', page('<img src="/anh/a.jpg" alt="" onerror="alert(1)">')],
  ['code in an event attribute written in capitals', page('<p ONCLICK="alert(1)">x</p>')],
  ['code in an event attribute of a drawing', page('<svg onload="alert(1)"></svg>')],
  ['a link that runs code', page('<a href="javascript:alert(1)">x</a>')],
  ['a link that runs code behind a tab and capitals', page('<a href=" jAva\tscript:alert(1)">x</a>')],
  ['a link that runs code written in entities', page('<a href="&#106;avascript&colon;alert(1)">x</a>')],
  ['a link to a page hidden in data', page('<a href="data:text/html,<script>alert(1)</script>">x</a>')],
  ['a link of a drawing that runs code', page('<svg><a xlink:href="javascript:alert(1)">x</a></svg>')],
  ['a style attribute', page('<p style="position:fixed">x</p>')],
  ['a frame', page('<iframe src="/"></iframe>')],
  ['a frame written into the page', page('<iframe srcdoc="<script>alert(1)</script>"></iframe>')],
  ['a plug-in', page('<object data="/a.swf"></object>')],
  ['an embedded thing', page('<embed src="/a.swf">')],
  ['HTML inside a drawing', page('<svg><foreignObject><p>x</p></foreignObject></svg>')],
  ['a drawing that changes an address', page('<svg><a><animate attributeName="href" to="javascript:alert(1)"/></a></svg>')],
  ['another base for all links', page('', '<base href="https://xau.vn/">')],
  ['a form that sends', page('<form action="/gui/"><input name="a"></form>')],
  ['a form that sends to another search', page('<form action="https://xau.vn/tim-kiem/"><input name="a"></form>')],
  ['a form that sends to another search without saying how', page('<form action="//xau.vn/tim-kiem/"><input name="a"></form>')],
  ['a button that sends', page('<form><button formaction="https://xau.vn/">x</button></form>')],
  ['a page that moves on by itself', page('', '<meta http-equiv="refresh" content="0;url=https://xau.vn/">')],
  ['a picture of another site', page('<img src="https://xau.vn/dem.gif" alt="">')],
  ['a picture of another site without its protocol', page('<img src="//xau.vn/dem.gif" alt="">')],
  ['a picture of another site among several', page('<img src="/a.jpg" srcset="/a.jpg 1x, https://xau.vn/a.jpg 2x" alt="">')],
  ['a picture of another site written with backslashes', page('<img src="\\\\xau.vn\\dem.gif" alt="">')],
  ['a picture of another site with a slash too few', page('<img src="https:/xau.vn/dem.gif" alt="">')],
  ['a film poster of another site', page('<video poster="https://xau.vn/a.jpg"></video>')],
  ['a style sheet of another site', page('', '<link rel="stylesheet" href="https://xau.vn/a.css">')],
  ['a page fetched ahead from another site', page('', '<link rel="prefetch" href="//xau.vn/">')],
  ['a link that reports to another site', page('<a href="https://tot.vn/" ping="https://xau.vn/">x</a>')],
  ['a picture hidden in data', page('<img src="data:image/svg+xml,<svg/>" alt="">')],
  ['a background of another site in the old way', page('<table background="https://xau.vn/a.gif"><tr><td>x</td></tr></table>')],
  ['a drawing taken from another site', page('<svg><use href="https://xau.vn/a.svg#x"/></svg>')],
  ['a picture of a drawing from another site', page('<svg><image xlink:href="https://xau.vn/a.png"/></svg>')],
];

for (const [what, html] of hostile) {
  test(`${what} is refused`, () => {
    expect(findForeign(html)).not.toEqual([]);
  });
}

/** What pages are allowed to have. */
const harmless: [what: string, html: string][] = [
  ['a plain page', page('<h1>x</h1><p>Xin chào</p>')],
  ['a link that people follow to another site', page('<a href="https://chinhphu.vn/" rel="noreferrer">x</a>')],
  ['a number to call', page('<a href="tel:111">111</a>')],
  ['a picture of the own site', page('<picture><source srcset="/anh/a.avif"><img src="/anh/a.jpg" alt=""></picture>')],
  ["the tab's icon, written into the page", page('', '<link rel="icon" href="data:image/svg+xml,<svg/>">')],
  ['a form that sends nothing', page('<form><input type="radio"></form>')],
  ['the form that leads to the search page', page('<form action="/thon-ban/tim-kiem/"><input name="q"></form>')],
  ['a drawing', page('<svg><path d="M0 0"/></svg>')],
  ['words that look like code', page('<p>javascript:alert(1) https://xau.vn onclick=</p>')],
];

for (const [what, html] of harmless) {
  test(`${what} is let through`, () => {
    expect(findForeign(html)).toEqual([]);
  });
}

test('everything that is wrong with a page is named, not only the first thing', () => {
  expect(findForeign(page('<p style="a" onclick="b">x</p><iframe></iframe>'))).toHaveLength(3);
});
