import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { collectKnown } from '../../lint/index.ts';
import { isScheduled } from '../../shared/days.ts';
import { buildDate, contentDir } from '../../shared/settings.ts';
import { readContent } from '../read-content.ts';

/** One entry that wants somebody's eye: where it is in the desk, and why, in words. */
export interface Concern {
  collection: string;
  slug: string;
  /** Empty for what is not public. */
  title: string;
  /** Empty when the list's own heading says it. */
  why: string;
}

/** A page as the site promises it at most, compressed. */
const MOST_BYTES = 8_000;
const DAYS_AHEAD = 31;

/**
 * How the content is, on the day of the build: what falls due, what nobody has signed, what is not finished, what is
 * heavy. As public as the site, so unpublished things are named by their ids alone.
 *
 * @param out the finished site
 */
export function healthData(out: string): Record<'due' | 'unsigned' | 'unfinished' | 'heavy', Concern[]> {
  const { files, media } = readContent(contentDir());
  const { entries } = collectKnown(files, { buildDate: buildDate(), media });
  const today = buildDate();
  const soon = new Date(Date.parse(today) + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10);
  const whyDue = (day: string) => (day < today ? `quá hạn từ ${writeDay(day)}` : `trước ${writeDay(day)}`);

  const due = [
    ...[...entries.facts.values()].flatMap(({ id, data }) => (data && data.checkAgainBy <= soon ? [{ collection: 'facts', slug: id, title: data.confidence === 'unverified' ? '' : data.title, day: data.checkAgainBy }] : [])),
    ...[...entries.contacts.values()].flatMap(({ id, data }) => (data?.checkAgainBy && data.status === 'confirmed' && data.checkAgainBy <= soon ? [{ collection: 'contacts', slug: id, title: data.name, day: data.checkAgainBy }] : [])),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  const lessons = [...entries.lessons.values()];
  const scheduled = new Set(lessons.flatMap(({ id, data }) => (data && isScheduled(data, today) ? [`lessons ${id}`] : [])));
  return {
    due: due.map(({ day, ...rest }) => ({ ...rest, why: whyDue(day) })),
    unsigned: lessons.flatMap(({ id, isDraft, data }) => (data && !isDraft && !data.legalReview ? [{ collection: 'lessons', slug: id, title: data.title, why: '' }] : [])),
    unfinished: [
      ...lessons.flatMap(({ id, data }) => (data?.publishAt && isScheduled(data, today) ? [{ collection: 'lessons', slug: id, title: '', why: `hẹn đăng ngày ${writeDay(data.publishAt)}` }] : [])),
      ...Object.entries(entries).flatMap(([collection, all]) => [...all.values()].flatMap(({ id, isDraft }) => (isDraft && !scheduled.has(`${collection} ${id}`) ? [{ collection, slug: id, title: '', why: 'còn là bản nháp' }] : []))),
      ...[...entries.contacts.values()].flatMap(({ id, data }) => (data?.status === 'waiting' ? [{ collection: 'contacts', slug: id, title: '', why: 'chờ xác nhận' }] : [])),
      ...[...entries.facts.values()].flatMap(({ id, data }) => (data?.confidence === 'unverified' ? [{ collection: 'facts', slug: id, title: '', why: 'chưa chắc' }] : [])),
    ],
    heavy: lessons.flatMap(({ id, data }) => {
      const bytes = data ? weightOf(join(out, 'bai-hoc', id)) : 0;
      return bytes > MOST_BYTES ? [{ collection: 'lessons', slug: id, title: data?.title ?? '', why: `nặng ${(bytes / 1000).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} KB` }] : [];
    }),
  };
}

const writeDay = (day: string) => day.split('-').map(Number).reverse().join('/');

function weightOf(folder: string): number {
  try {
    return readdirSync(folder).includes('index.html') ? brotliCompressSync(readFileSync(join(folder, 'index.html'))).length : 0;
  } catch {
    return 0; // a draft has no page
  }
}
