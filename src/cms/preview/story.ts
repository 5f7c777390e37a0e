import { createElement as h, type ReactNode } from 'react';
import type { Scene } from '../../schemas/scenario.ts';
import type { DrawData } from './data.ts';
import { withNumbers } from './quiz.ts';
import { callCard } from './vocabulary.ts';

/** A story while it is written: anything may still be missing. */
export interface StoryDraft {
  scenes?: Partial<Scene>[];
}

/** The map of a story, then its scenes as readers meet them; choices lead to their scenes. */
export function drawStory({ scenes = [] }: StoryDraft, data: DrawData): ReactNode[] {
  const numberOf = new Map(scenes.map(({ id }, index) => [id, index + 1]));
  return [drawMap(scenes, numberOf), ...scenes.map((scene, index) => drawScene(scene, index + 1, numberOf, data))];
}

type Numbers = Map<string | undefined, number>;

function drawScene({ title, text = [], message, choices, ending }: Partial<Scene>, number: number, numberOf: Numbers, data: DrawData): ReactNode {
  const { storyWords: words } = data;
  const said = (one: string | undefined) => withNumbers(one, data);
  const lead = ({ text: choice, to, unsafe }: NonNullable<Scene['choices']>[number]) =>
    h(
      'li',
      null,
      h('a', { href: `#canh-${numberOf.get(to) ?? ''}` }, h('span', null, said(choice), ' ', h('small', null, numberOf.has(to) ? words['to']?.replace('{number}', String(numberOf.get(to))) : 'chưa có cảnh này', unsafe && ' · mạo hiểm'))),
    );
  return h(
    'section',
    { key: number, id: `canh-${number}`, className: 'card' },
    h('h2', null, words['scene']?.replace('{number}', String(number)).replace('{title}', said(title))),
    ...text.map((paragraph) => h('p', null, said(paragraph))),
    message && h('figure', { className: 'msg' }, h('figcaption', null, data.words['messageFrom']?.replace('{from}', message.from ?? '')), h('div', null, ...(message.lines ?? []).map((line) => h('p', null, said(line))))),
    choices && h('ul', { className: 'list' }, ...choices.map(lead)),
    ending && h('div', { className: 'do' }, h('h3', null, words[ending.kind === 'safe' ? 'safe' : 'wayOut']), h('ul', null, ...(ending.advice ?? []).map((line) => h('li', null, said(line))))),
    ...(ending?.contacts ?? []).map((id) => callCard(id, data)),
    ending && h('p', null, h('a', { href: '#canh-1' }, words['again'])),
  );
}

const [ROW, COLUMN, RADIUS, MARGIN] = [64, 72, 18, 30];

/** Scenes as circles, a row for each step from the beginning; risky ways are red and broken, endings have a double rim. */
function drawMap(scenes: Partial<Scene>[], numberOf: Numbers): ReactNode {
  const next = scenes.map(({ choices = [] }) => choices.flatMap(({ to, unsafe }) => (numberOf.has(to) ? [{ to: (numberOf.get(to) ?? 1) - 1, unsafe }] : [])));
  const rows = rowsOf(next);
  const places = new Map(rows.flatMap((row, y) => row.map((scene, x): [number, { x: number; y: number }] => [scene, { x: MARGIN + x * COLUMN, y: MARGIN + y * ROW }])));
  const at = (scene: number) => places.get(scene) ?? { x: 0, y: 0 };
  const width = Math.max(...rows.map((row) => row.length), 1) * COLUMN;
  const lines = next.flatMap((ways, from) =>
    ways.map(({ to, unsafe }) => h('path', { key: `${from}-${to}`, d: curve(at(from), at(to)), fill: 'none', stroke: unsafe ? '#b00020' : '#1d5c3a', strokeWidth: 2, ...(unsafe && { strokeDasharray: '5 4' }) })),
  );
  const circles = scenes.map(({ title = '', ending }, scene) =>
    h(
      'a',
      { key: scene, href: `#canh-${scene + 1}` },
      h('title', null, title),
      ending && h('circle', { cx: at(scene).x, cy: at(scene).y, r: RADIUS + 4, fill: 'none', stroke: '#1d3557' }),
      h('circle', { cx: at(scene).x, cy: at(scene).y, r: RADIUS, fill: '#fff', stroke: '#1d3557', strokeWidth: 2 }),
      h('text', { x: at(scene).x, y: at(scene).y + 5, textAnchor: 'middle', fontSize: 15, fill: '#1d3557' }, scene + 1),
    ),
  );
  return h(
    'figure',
    { key: 'map', className: 'desk-map' },
    h('svg', { width, viewBox: `0 0 ${width} ${MARGIN + rows.length * ROW}`, role: 'img', 'aria-label': 'Sơ đồ các cảnh' }, ...lines, ...circles),
    h('figcaption', null, 'Số là cảnh. Nét đứt đỏ: lựa chọn mạo hiểm. Viền đôi: kết.'),
  );
}

/** Scenes by how many choices lead to them; those that nothing leads to stand in the last row. */
function rowsOf(next: { to: number }[][]): number[][] {
  const rows: number[][] = [];
  const seen = new Set<number>();
  for (let row = next.length > 0 ? [0] : []; row.length > 0; row = [...new Set(row.flatMap((scene) => (next[scene] ?? []).map(({ to }) => to)))].filter((scene) => !seen.has(scene))) {
    rows.push(row);
    for (const scene of row) seen.add(scene);
  }
  const alone = next.map((_, scene) => scene).filter((scene) => !seen.has(scene));
  return alone.length > 0 ? [...rows, alone] : rows;
}

const curve = (from: { x: number; y: number }, to: { x: number; y: number }) => `M${from.x} ${from.y + RADIUS}C${from.x} ${from.y + ROW / 2 + 8} ${to.x} ${to.y - ROW / 2 - 8} ${to.x} ${to.y - RADIUS - 4}`;
