import type { APIRoute } from 'astro';
import { catalogue, soloForms } from '../catalogue/index.ts';
import { paths, withBase } from '../shared/paths.ts';
import { trainerPaths } from '../shared/trainer-paths.ts';
import { t } from '../strings/index.ts';

/** Courses, modules, lessons and scenarios as plain data, for the steps after the build, for partners and for checks. */
export const GET: APIRoute = async () => {
  const { courses, modules, lessons, scenarios, withdrawn, contacts, plans } = await catalogue();
  const url = (path: string) => withBase(path, import.meta.env.BASE_URL);
  const body = {
    courses: courses.map(({ id, title, summary, audience, modules }) => ({ id, title, summary, audience, url: url(paths.course(id)), modules: modules.map((m) => m.id) })),
    modules: modules.map(({ id, title, summary, course, lessons, scenarios, forms }) => ({
      id,
      title,
      summary,
      url: url(paths.module(id)),
      course: course.id,
      lessons: lessons.map((l) => l.id),
      scenarios: scenarios.map((s) => s.id),
      forms: soloForms({ forms }).map((f) => f.id),
    })),
    lessons: lessons.map(({ id, title, module, minutes, sensitive, updated }) => ({ id, title, url: url(paths.lesson(id)), module: module.id, minutes, sensitive, updated })),
    scenarios: scenarios.map(({ id, title, module, sensitive, updated }) => ({ id, title, url: url(paths.scenario(id)), module: module.id, sensitive, updated })),
    withdrawn: {
      lessons: withdrawn.map((lesson) => ({ ...lesson, url: url(paths.lesson(lesson.id)) })),
      numbers: contacts.flatMap((contact) =>
        contact.withdrawn ? { id: contact.id, ...contact.withdrawn, written: [contact.local, contact.international].filter(Boolean), instead: t('help.withdrawn', { reason: contact.withdrawn.reason }) } : [],
      ),
    },
    plans: plans.map(({ id, title, module, minutes, lessons, updated }) => ({ id, title, url: url(trainerPaths.plan(id)), module: module?.id, minutes, lessons: lessons.map((l) => l.id), updated })),
  };
  return new Response(`${JSON.stringify(body, null, 1)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
