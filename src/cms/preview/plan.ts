import { createElement as h, type ReactNode } from 'react';
import type { PlanHead, PlanStep } from '../../schemas/plan.ts';
import { paths } from '../../shared/paths.ts';
import { leastMinutes, timedSteps } from '../../shared/plan-time.ts';
import { trainerPaths } from '../../shared/trainer-paths.ts';
import type { DrawData } from './data.ts';
import { withNumbers } from './quiz.ts';
import { drawNodes } from './render.ts';
import { icon } from './vocabulary.ts';

/** A plan while it is written: anything may still be missing. */
export interface PlanDraft extends Omit<Partial<PlanHead>, 'steps' | 'plays'> {
  id?: string;
  body?: string;
  steps?: Partial<PlanStep>[];
  plays?: Partial<PlanHead['plays'][number]>[];
}

/** A session plan with the markup of `src/pages/tap-huan`: a test compares it with the finished pages. */
export function drawPlan(draft: PlanDraft, data: DrawData): ReactNode[] {
  const { plan: words, hub, disclosure } = data.trainerWords;
  const { id = '', title, summary, audience, people = '', minutes = 0, equipment = [], module, aims = [], prepare = [], plays = [], facts = [], body = '' } = draft;
  const steps = (draft.steps ?? []).map(withoutHoles);
  const least = leastMinutes({ steps });
  const said = (text: string | undefined) => withNumbers(text, data);
  const forms = (module && data.forms[module]) || [];
  const button = (href: string, label: string) => h('a', { className: 'button', href }, label);
  const cited = facts.filter((fact) => data.titles[`facts/${fact}`]).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return [
    h('p', { key: 'told', className: 'told' }, h('a', { href: trainerPaths.disclosure }, icon('ear', data), disclosure.title)),
    h('h1', { key: 'title' }, title),
    h('p', { key: 'lead', className: 'lead' }, summary),
    h('p', { key: 'kicker', className: 'kicker' }, `${audience ? hub[audience] : ''} · ${people} · ${filled(hub.length, { minutes, least })}`),
    h(
      'p',
      { key: 'acts', className: 'acts' },
      equipment.includes('projector') && button(trainerPaths.deck(id), words.project),
      module && forms.length > 0 && button(trainerPaths.group(module), words.quiz),
      button(trainerPaths.kit(id), words.print),
    ),
    h('section', { key: 'aims', className: 'note' }, h('h2', null, words.aims), lines(aims.map(said))),
    h('section', { key: 'steps' }, h('h2', null, words.steps), ...timedSteps({ steps }).map((timed) => drawStep(timed, forms, module, data)), least < minutes && h('p', null, filled(words.shortest, { least }))),
    plays.length > 0 && h('section', { key: 'plays' }, h('h2', null, words.plays), ...plays.flatMap(drawPlay)),
    h('section', { key: 'notes' }, h('h2', null, words.notes), ...drawNodes(body, data)),
    h('section', { key: 'before', id: 'hom-truoc' }, h('h2', null, words.before), lines([...prepare.map(said), ...words.beforeLines])),
    h('section', { key: 'rules', id: 'noi-quy' }, h('h2', null, words.rules), lines(words.rulesLines, 'ol')),
    cited.length > 0 && h('p', { key: 'facts', className: 'tiny' }, `${words.facts}: `, ...cited.flatMap((fact, index) => [index > 0 && ', ', h('a', { href: paths.fact(fact) }, data.titles[`facts/${fact}`])])),
  ];
}

/** A step just begun has no lists and no times yet. */
const withoutHoles = (step: Partial<PlanStep>): PlanStep => ({
  ...step,
  title: step.title ?? '',
  kind: step.kind ?? 'talk',
  minutes: step.minutes ?? 0,
  least: step.least ?? 0,
  ask: step.ask ?? [],
  do: step.do ?? [],
  materials: step.materials ?? [],
});

function drawStep({ step, number, from, to }: ReturnType<typeof timedSteps>[number], forms: string[], module: string | undefined, data: DrawData): ReactNode {
  const { plan: words } = data.trainerWords;
  const said = (text: string | undefined) => withNumbers(text, data);
  const lesson = step.lesson && data.titles[`lessons/${step.lesson}`];
  const hasForm = module && forms.includes(step.quiz === 'before' ? 'A' : step.quiz ? 'B' : '');
  return h(
    'section',
    { className: 'step', id: `buoc-${number}` },
    h('h3', null, h('span', null, filled(words.from, { from, to })), ` ${number}. ${step.title} `, h('small', null, filled(words.minutes, { count: step.minutes }))),
    step.say && h('p', { className: 'say-it' }, h('b', null, `${words.say}:`), ` “${said(step.say)}”`),
    ...(step.ask.length > 0 ? [h('p', { className: 'tag' }, words.ask), lines(step.ask.map(said))] : []),
    ...(step.do.length > 0 ? [h('p', { className: 'tag' }, words.do), lines(step.do.map(said), 'ol')] : []),
    step.materials.length > 0 && h('p', null, h('b', null, `${words.materials}:`), ` ${step.materials.join(', ')}.`),
    step.short && h('p', { className: 'cut' }, h('b', null, `${step.least === 0 ? words.shortSkip : filled(words.short, { least: step.least })}:`), ` ${said(step.short)}`),
    lesson && h('p', null, h('a', { className: 'to', href: paths.lesson(step.lesson ?? '') }, filled(words.readLesson, { lesson }))),
    hasForm && h('p', null, h('a', { className: 'button', href: trainerPaths.group(module) }, words.quiz)),
  );
}

const drawPlay = ({ title, scene, cards = [] }: Partial<PlanHead['plays'][number]>): ReactNode[] => [
  h('h3', null, title),
  h('p', null, scene),
  h('dl', { className: 'roles' }, ...cards.map(({ role, text }) => h('div', { className: 'whole' }, h('dt', null, role), h('dd', null, text)))),
];

const lines = (all: string[], list: 'ul' | 'ol' = 'ul') => h(list, null, ...all.map((line) => h('li', null, line)));

const filled = (words: string, parts: Record<string, string | number>) => words.replace(/\{(\w+)\}/g, (_, part: string) => String(parts[part] ?? ''));
