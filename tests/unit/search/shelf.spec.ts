import { createContext, runInContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import lunr from 'lunr';
import { searchThread } from '../../../src/bundle/index.ts';
import { manners } from '../../../src/cli/benches/search/perturb.ts';
import { entriesOf } from '../../../src/search/pages.ts';
import { rank } from '../../../src/search/rank.ts';
import { rarity } from '../../../src/search/rarity.ts';
import { averageLengths, open, type Packed, pack, termsIn } from '../../../src/search/shelf.ts';
import { wordsOf } from '../../../src/search/words.ts';

const entries = [
  { id: '/a/', title: 'Ma túy', body: 'Ma túy và mà, má, mả.' },
  { id: '/b/', title: 'Mẹ ở nhà', body: 'Mẹ và xã, trẻ.' },
  { id: '/c/', title: 'Mua bán người', key: 'buôn người|lừa bán', body: 'Kẻ xấu lừa. Bán hàng ở chợ.' },
  { id: '/d/', title: 'Bán hàng', body: 'Mua hàng, người bán, bán mua.' },
];
const shelf = open(pack(entries));
const ask = (query: string, shelves = [shelf]) => rank(shelves, wordsOf(query)).map(({ id }) => id);

test('short words with their tone at the end are found', () => {
  expect(ask('mẹ')[0]).toBe('/b/');
  expect(ask('xã')).toEqual(['/b/']);
  expect(ask('trẻ')).toEqual(['/b/']);
});

test('words that stand together count for more than the same words apart', () => {
  expect(ask('mua ban')[0]).toBe('/c/');
  expect(ask('ban mua')[0]).toBe('/d/');
});

test('words on two sides of a bar are no pair', () => {
  expect(shelf.count('buon nguoi')).toBe(1);
  expect(shelf.count('nguoi lua')).toBe(0);
});

test('right marks lift, wrong or missing ones do not hide', () => {
  const tones = open(pack(['má', 'mà', 'mả', 'mã', 'mạ'].map((word, index) => ({ id: `/${index}/`, title: word }))));
  expect(ask('mã', [tones])[0]).toBe('/3/');
  expect(ask('ma', [tones])).toHaveLength(5);
  expect(ask('mã', [tones])).toHaveLength(5);
});

test('nothing asked for is nothing found', () => {
  for (const query of ['', ' ', '?!', 'xyzq', ':*~^+-', '__proto__', 'constructor', '_index', 'title:mẹ']) expect(ask(query).length, query).toBeLessThan(2);
});

test('shelves side by side find what one shelf would', () => {
  const lengths = { title: 5, key: 5, body: 20 };
  const one = open(pack(entries, lengths));
  const two = [open(pack(entries.slice(0, 1), lengths)), open(pack(entries.slice(1), lengths))];
  for (const query of ['mua bán người', 'ma tuy', 'ở', 'hàng', 'lừa bán']) expect(ask(query, two), query).toEqual(ask(query, [one]));
});

test('an index that was kept finds what a new one finds', () => {
  const again = open(JSON.parse(JSON.stringify(pack(entries))));
  for (const query of ['mua bán người', 'ma tuy', 'xa']) expect(ask(query, [again])).toEqual(ask(query));
});

test('every entry gets the score that lunr’s own query gives it', () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    id: `/n${at}/`,
    title: ['Mua bán người', 'Việc nhẹ lương cao', 'Giữ hộ chiếu'][at % 3] as string,
    key: at % 2 ? 'lừa bán|buôn người' : '',
    body: 'Kẻ xấu lừa bán người qua mạng. Họ giữ hộ chiếu và bắt làm việc không lương. '
      .split(' ')
      .slice(at % 7, 5 + (at % 11))
      .join(' '),
  }));
  const packed = pack(many);
  const index = lunrOf(packed);
  const own = open(packed);
  for (const query of ['mua bán người', 'lua ban qua mang', 'hộ chiếu', 'việc nhẹ lương cao', 'giữ']) {
    const terms = termsIn(query).filter((term) => own.count(term));
    const boosts = terms.map((_, at) => 1 + at / 7);
    const scores = new Map<string, number>();
    terms.forEach((term, at) => own.walk(term, (place, weight) => scores.set(String(place), (scores.get(String(place)) ?? 0) + weight * (boosts[at] ?? 0))));
    const length = Math.hypot(...terms.map((term, at) => (boosts[at] ?? 0) / index.rarityOf(term)));
    const theirs = index.query((ask) => terms.forEach((term, at) => void ask.term(term, { boost: (boosts[at] ?? 0) / index.rarityOf(term), usePipeline: false })));
    expect(theirs.length, query).toBeGreaterThan(3);
    expect(theirs.map(({ ref }) => ref).sort()).toEqual([...scores.keys()].sort());
    for (const { ref, score } of theirs) expect(scores.get(ref), `${query} ${ref}`).toBeCloseTo(score * length, 4);
  }
});

/** The whole lunr over the same weights, and the rarity that it has put into them. */
function lunrOf({ ids, terms, vectors }: Packed) {
  const fields = ['title', 'key', 'body'];
  const invertedIndex: Record<string, lunr.Posting> = {};
  const uses = terms.map(() => 0);
  terms.forEach((term, at) => {
    const posting: Record<string, Record<string, unknown>> = {};
    fields.forEach((field, number) => {
      posting[field] = Object.fromEntries(ids.flatMap((_, entry) => ((vectors[number]?.[entry] ?? []).some((place, odd) => odd % 2 === 0 && place === at) ? [[entry, {}]] : [])));
      uses[at] = (uses[at] ?? 0) + Object.keys(posting[field] ?? {}).length;
    });
    invertedIndex[term] = Object.assign(posting, { _index: at }) as unknown as lunr.Posting;
  });
  const fieldVectors = Object.fromEntries(fields.flatMap((field, number) => ids.map((_, entry) => [`${field}/${entry}`, new lunr.Vector(vectors[number]?.[entry] ?? [])])));
  const index = new lunr.Index({ invertedIndex, fieldVectors, fields, tokenSet: { intersect: (wanted: unknown) => wanted } });
  const tokens = (lunr as unknown as { TokenSet: { fromClause: unknown } }).TokenSet;
  return {
    rarityOf: (term: string) => rarity(uses[terms.indexOf(term)] ?? 0, ids.length),
    query(build: Parameters<typeof index.query>[0]) {
      const usual = tokens.fromClause;
      tokens.fromClause = ({ term }: { term: string }) => ({ toArray: () => [term] });
      try {
        return index.query(build);
      } finally {
        tokens.fromClause = usual;
      }
    },
  };
}

test('a phone, which has lunr without its unused parts, gives the very answers of the whole lunr', async () => {
  const made = await build({ ...searchThread(''), bundle: true, minify: true, write: false, target: ['es2017', 'chrome64', 'safari12'], supported: { destructuring: true }, tsconfigRaw: {} });
  const told: { stored?: string; groups?: { finds: { id: string }[] }[] }[] = [];
  const self = { postMessage: (message: object) => told.push(message), onmessage: (_: { data: object }) => {} };
  const titles = { urgent: 'cứu', places: [], asked: [], rows: entries.map(({ id, title, key = '' }) => [id, title, key]), shards: 0, common: '' };
  runInContext(made.outputFiles?.[0]?.text ?? '', createContext({ self, setTimeout, fetch: async () => ({ ok: true, json: async () => titles }) }));
  self.onmessage({ data: { titles: '/tim/x-' } });
  self.onmessage({ data: { shelf: { name: 'x', entries } } });
  await expect.poll(() => told.some(({ stored }) => stored)).toBe(true);
  const stored = JSON.parse(told.find(({ stored }) => stored)?.stored ?? '');
  const lengths = await import('../../../src/search/shelf.ts').then(({ SITE_LENGTHS }) => SITE_LENGTHS);
  expect(stored.packed).toEqual(JSON.parse(JSON.stringify(pack(entries, lengths))));
  for (const query of ['mua bán người', manners.telex('mua bán người'), 'me', 'ma tuy', 'lua ban']) {
    told.length = 0;
    self.onmessage({ data: { query, turn: 1 } });
    await expect.poll(() => told.some(({ groups }) => groups)).toBe(true);
    const both = [
      open(
        pack(
          entries.map(({ id, title, key = '' }) => ({ id, title, key })),
          lengths,
        ),
      ),
      open(pack(entries, lengths)),
    ];
    const { repair } = await import('../../../src/search/repair.ts');
    const count = (term: string) => both.reduce((sum, one) => sum + one.count(term), 0);
    const [best] = rank(both, repair(wordsOf(query), count));
    expect(told.find(({ groups }) => groups)?.groups?.[0]?.finds[0]?.id, query).toBe(best?.id);
  }
});

test('a page gives its words and not its furniture, the glossary a find for every word', () => {
  const lesson = entriesOf('/bai-hoc/x-1/', '<title>Tên bài – Sổ tay</title>\u0000<nav>Đường đi</nav><h1>Tên <i>bài</i></h1><h2>Ý chính</h2><p>Chữ &amp; nghĩa, <b>đ</b>ậm.</p><button>Bấm</button>');
  expect(lesson).toEqual([{ id: '/bai-hoc/x-1/', title: 'Tên bài', key: 'Ý chính', body: 'Ý chính Chữ & nghĩa, đậm.' }]);
  const words = entriesOf('/tu-kho/', '<title>Từ khó</title>\u0000<h1>Từ khó</h1><dl><div id="a"><dt>Một</dt><dd>Nghĩa một</dd></div><div id="b"><dt>Hai</dt><dd>Nghĩa hai</dd></div></dl>');
  expect(words.map(({ id, title, body }) => [id, title, body])).toEqual([
    ['/tu-kho/#a', 'Một', 'Nghĩa một'],
    ['/tu-kho/#b', 'Hai', 'Nghĩa hai'],
  ]);
});

test('a heavy lesson goes by its neutral name', () => {
  const [entry] = entriesOf('/bai-hoc/x-2/', '<title>Bài số hai – Sổ tay</title>\u0000<h1>Bài này hơi nặng</h1><details class="gate"><h2>Tên thật</h2><p>Chữ.</p></details>');
  expect(entry).toMatchObject({ title: 'Bài số hai', isQuiet: true });
  expect(entriesOf('/nong-lich/', '<title>x</title>\u0000<h1>x</h1>')).toEqual([]);
});

test('a name is not held back because most entries have none', () => {
  const unnamed = Array.from({ length: 30 }, (_, index) => ({ id: `/x${index}/`, title: '', body: 'Chữ khác trong bài này, nói về chuyện khác.' }));
  const all = [...unnamed, { id: '/named/', title: 'Làm hộ chiếu ở đâu thì nhanh', body: 'Chữ.' }, { id: '/said/', title: '', body: 'Hộ chiếu thì giữ lấy.' }];
  const index = open(pack(all, averageLengths(all)));
  expect(ask('hộ chiếu ở đâu', [index])[0]).toBe('/named/');
});
