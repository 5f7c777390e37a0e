import type { APIRoute } from 'astro';
import { catalogue } from '../catalogue/index.ts';
import { paths, withBase } from '../shared/paths.ts';
import { t } from '../strings/index.ts';

/** Courses, modules and lessons as plain data, for the steps after the build, for partners and for checks. */
export const GET: APIRoute = async () => {
  const { courses, modules, lessons, withdrawn, contacts } = await catalogue();
  const url = (path: string) => withBase(path, import.meta.env.BASE_URL);
  const body = {
    courses: courses.map(({ id, title, summary, audience, modules }) => ({ id, title, summary, audience, url: url(paths.course(id)), modules: modules.map((m) => m.id) })),
    modules: modules.map(({ id, title, summary, course, lessons }) => ({ id, title, summary, url: url(paths.module(id)), course: course.id, lessons: lessons.map((l) => l.id) })),
    lessons: lessons.map(({ id, title, module, minutes, sensitive, updated }) => ({ id, title, url: url(paths.lesson(id)), module: module.id, minutes, sensitive, updated })),
    withdrawn: {
      lessons: withdrawn.map((lesson) => ({ ...lesson, url: url(paths.lesson(lesson.id)) })),
      numbers: contacts.flatMap((contact) =>
        contact.withdrawn ? { id: contact.id, ...contact.withdrawn, written: [contact.local, contact.international].filter(Boolean), instead: t('help.withdrawn', { reason: contact.withdrawn.reason }) } : [],
      ),
    },
  };
  return new Response(`${JSON.stringify(body, null, 1)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
