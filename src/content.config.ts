import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { checkSchema } from './schemas/check.ts';
import { contactSchema } from './schemas/contact.ts';
import { courseSchema } from './schemas/course.ts';
import { factSchema } from './schemas/fact.ts';
import { glossarySchema } from './schemas/glossary.ts';
import { lessonSchema } from './schemas/lesson.ts';
import { pageSchema } from './schemas/page.ts';
import { planSchema } from './schemas/plan.ts';
import { quizSchema } from './schemas/quiz.ts';
import { scenarioSchema } from './schemas/scenario.ts';
import { contentDir } from './shared/settings.ts';

/** One folder of content; an entry's id is its file's name, letter for letter. */
const folder = (name: string, ending: 'mdx' | 'yaml') => glob({ base: `${contentDir()}/${name}`, pattern: `*.${ending}`, generateId: ({ entry }) => entry.slice(0, -ending.length - 1) });

export const collections = {
  courses: defineCollection({ loader: folder('courses', 'yaml'), schema: courseSchema }),
  lessons: defineCollection({ loader: folder('lessons', 'mdx'), schema: lessonSchema }),
  quizzes: defineCollection({ loader: folder('quizzes', 'yaml'), schema: quizSchema }),
  facts: defineCollection({ loader: folder('facts', 'yaml'), schema: factSchema }),
  contacts: defineCollection({ loader: folder('contacts', 'yaml'), schema: contactSchema }),
  glossary: defineCollection({ loader: folder('glossary', 'yaml'), schema: glossarySchema }),
  scenarios: defineCollection({ loader: folder('scenarios', 'yaml'), schema: scenarioSchema }),
  checks: defineCollection({ loader: folder('checks', 'yaml'), schema: checkSchema }),
  pages: defineCollection({ loader: folder('pages', 'mdx'), schema: pageSchema }),
  plans: defineCollection({ loader: folder('plans', 'mdx'), schema: planSchema }),
};
