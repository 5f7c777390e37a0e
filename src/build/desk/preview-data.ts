import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { collectKnown } from '../../lint/index.ts';
import { isOverdue, isPublishable, writeBasis } from '../../shared/facts.ts';
import { iconNames } from '../../shared/icon-names.ts';
import { buildDate, contentDir } from '../../shared/settings.ts';
import { telephone, writeNumber } from '../../shared/telephone.ts';
import { strings, trainerStrings } from '../../strings/index.ts';
import { readContent } from '../read-content.ts';

/**
 * What the preview needs to draw a lesson as the site does: the site's own stylesheet, its words, and what facts,
 * contacts and quizzes put into a text. Only what the site itself publishes.
 *
 * @param out the finished site
 */
export function previewData(out: string): unknown {
  const { files, media } = readContent(contentDir());
  const known = collectKnown(files, { buildDate: buildDate(), media });
  const { lesson, quiz, story, site } = strings();
  const { hub, plan, disclosure } = trainerStrings();
  const facts = [...known.entries.facts.values()].flatMap(({ id, data }) => {
    if (!data || !isPublishable(data)) return [];
    const general = data.confidence === 'general' && data.askWhom ? lesson.general.replace('{who}', data.askWhom) : '';
    return [[id, [data.basis.map(writeBasis).join('; ') || general || data.title, isOverdue(data, buildDate()) && lesson.recheck].filter(Boolean).join(' · ')]];
  });
  const contacts = [...known.entries.contacts.values()].flatMap(({ id, isDraft, data }) =>
    data && !isDraft && data.status !== 'waiting' ? [[id, { name: data.name, use: data.use, number: writeNumber(data) ?? '', tel: telephone(data), isCallable: data.status === 'confirmed' }]] : [],
  );
  const quizzes = [...known.entries.quizzes.values()].flatMap(({ id, isDraft, data }) => (data && !isDraft ? [[id, { id, questions: data.questions }]] : []));
  const titles = (['lessons', 'facts'] as const).flatMap((kind) =>
    [...known.entries[kind].values()].flatMap(({ id, isDraft, data }) => (data && !isDraft && (!('confidence' in data) || isPublishable(data)) ? [[`${kind}/${id}`, data.title]] : [])),
  );
  const forms = [...known.entries.quizzes.values()].flatMap(({ isDraft, data }) => (data?.module && data.form && !isDraft ? [{ module: data.module, form: data.form }] : []));
  return {
    css: cssOf(out),
    shells: shellsOf(out),
    words: { ...lesson, illustrative: site.illustrative },
    quizWords: quiz,
    storyWords: story,
    trainerWords: { hub, plan, disclosure },
    icons: Object.fromEntries([...new Set([...iconNames, 'check', 'phone-call', 'ear'])].map((name) => [name, pathsOf(name)])),
    facts: Object.fromEntries(facts),
    titles: Object.fromEntries(titles),
    forms: Object.fromEntries([...Map.groupBy(forms, ({ module }) => module)].map(([module, all]) => [module, all.map(({ form }) => form)])),
    contacts: Object.fromEntries(contacts),
    quizzes: Object.fromEntries(quizzes),
  };
}

/** The stylesheets of the finished pages: the two that stand in a page, and the trainers' file. */
function cssOf(out: string): Record<string, string> {
  const [every = '', more = ''] = [...readFileSync(join(out, '404.html'), 'utf8').matchAll(STYLE)].map((match) => match[1] ?? '');
  const wing = filesIn(join(out, 'css')).find((name) => name.endsWith('.css'));
  return { every, more, wing: wing ? readFileSync(join(out, 'css', wing), 'utf8') : '' };
}

const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/** Where a kind's finished pages are, and the part of them that the preview draws. */
const pagesOf: Record<string, { folder: string; drawn: RegExp }> = {
  lessons: { folder: 'bai-hoc', drawn: /<header class="head">[\s\S]*?<\/article>/ },
  quizzes: { folder: 'trac-nghiem', drawn: /<fieldset[\s\S]*<\/fieldset>|<section class="key"[\s\S]*?<\/section>/g },
  scenarios: { folder: 'tinh-huong', drawn: /<section id="c\d[\s\S]*?(?=<section><h2>)/ },
  plans: { folder: 'tap-huan', drawn: /<p class="told">[\s\S]*(?=<p class="tiny">)/ },
  pages: { folder: '.', drawn: /<h1>[\s\S]*<\/article>/ },
};

/** What a page of each kind has besides its own text and the stylesheets: the one in the middle stands for all. */
function shellsOf(out: string): Record<string, { html: string; ratio: number }> {
  return Object.fromEntries(
    Object.entries(pagesOf).map(([kind, { folder, drawn }]) => {
      const pages = filesIn(join(out, folder)).map((name) => join(out, folder, name, 'index.html'));
      const fitting = pages
        .filter((file) => existsSync(file))
        .map((file) => readFileSync(file, 'utf8'))
        .filter((html) => html.search(drawn) > 0 && !html.includes('class="gate"'));
      const rest = (html: string) => html.replace(drawn, '').replace(STYLE, '');
      const page = fitting.sort((a, b) => rest(a).length - rest(b).length)[Math.floor(fitting.length / 2)] ?? readFileSync(join(out, '404.html'), 'utf8');
      return [kind, { html: rest(page), ratio: brotliCompressSync(page).length / gzipSync(page).length }];
    }),
  );
}

const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** The strokes of one icon. */
function pathsOf(name: string): string[] {
  const svg = readFileSync(createRequire(import.meta.url).resolve(`@tabler/icons/outline/${name}.svg`), 'utf8');
  return [...svg.matchAll(/<path d="([^"]+)"/g)].map((match) => match[1] ?? '');
}
