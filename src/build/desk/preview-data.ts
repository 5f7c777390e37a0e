import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { collectKnown } from '../../lint/index.ts';
import { isOverdue, isPublishable, writeBasis } from '../../shared/facts.ts';
import { buildDate, contentDir } from '../../shared/settings.ts';
import { telephone, writeNumber } from '../../shared/telephone.ts';
import { strings } from '../../strings/index.ts';
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
  const page = readFileSync(join(out, '404.html'), 'utf8');
  const css = [...page.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join('\n');

  const facts = [...known.entries.facts.values()].flatMap(({ id, data }) => {
    if (!data || !isPublishable(data)) return [];
    const general = data.confidence === 'general' && data.askWhom ? lesson.general.replace('{who}', data.askWhom) : '';
    return [[id, [data.basis.map(writeBasis).join('; ') || general || data.title, isOverdue(data, buildDate()) && lesson.recheck].filter(Boolean).join(' · ')]];
  });
  const contacts = [...known.entries.contacts.values()].flatMap(({ id, isDraft, data }) =>
    data && !isDraft && data.status !== 'waiting' ? [[id, { name: data.name, use: data.use, number: writeNumber(data) ?? '', tel: telephone(data), isCallable: data.status === 'confirmed' }]] : [],
  );
  const quizzes = [...known.entries.quizzes.values()].flatMap(({ id, isDraft, data }) => (data && !isDraft ? [[id, { id, questions: data.questions }]] : []));
  return {
    css,
    shellBytes: brotliCompressSync(page).length,
    words: { ...lesson, illustrative: site.illustrative },
    quizWords: quiz,
    storyWords: story,
    icons: { check: pathsOf('check'), 'phone-call': pathsOf('phone-call') },
    facts: Object.fromEntries(facts),
    contacts: Object.fromEntries(contacts),
    quizzes: Object.fromEntries(quizzes),
  };
}

/** The strokes of one icon. */
function pathsOf(name: string): string[] {
  const svg = readFileSync(createRequire(import.meta.url).resolve(`@tabler/icons/outline/${name}.svg`), 'utf8');
  return [...svg.matchAll(/<path d="([^"]+)"/g)].map((match) => match[1] ?? '');
}
