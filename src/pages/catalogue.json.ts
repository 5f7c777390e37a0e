import type { APIRoute } from 'astro';
import { catalogue } from '../catalogue/index.ts';
import { paths, withBase } from '../shared/paths.ts';

/** Courses, modules and lessons as plain data, for the steps after the build, for partners and for checks. */
export const GET: APIRoute = async () => {
  const { courses, modules, lessons, plans } = await catalogue();
  const url = (path: string) => withBase(path, import.meta.env.BASE_URL);
  const body = {
    courses: courses.map(({ id, title, summary, audience, modules }) => ({ id, title, summary, audience, url: url(paths.course(id)), modules: modules.map((m) => m.id) })),
    modules: modules.map(({ id, title, summary, course, lessons }) => ({ id, title, summary, url: url(paths.module(id)), course: course.id, lessons: lessons.map((l) => l.id) })),
    lessons: lessons.map(({ id, title, module, minutes, sensitive, updated }) => ({ id, title, url: url(paths.lesson(id)), module: module.id, minutes, sensitive, updated })),
    plans: plans.map(({ id, title, module, minutes, lessons, updated }) => ({ id, title, url: url(paths.plan(id)), module: module?.id, minutes, lessons: lessons.map((l) => l.id), updated })),
  };
  return new Response(`${JSON.stringify(body, null, 1)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
