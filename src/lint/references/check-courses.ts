import { type Entry, isOf } from '../entry.ts';
import type { KnownIds } from '../known.ts';
import { nearest } from '../nearest.ts';
import { quote } from '../say.ts';
import { say } from './say.ts';

type CourseEntry = Entry & Entry<'courses'>;

/**
 * The courses together: every lesson has one place, every id one owner. A course may list a lesson that is still a
 * draft: its place is kept and it is left out of the site until it is ready.
 */
export function checkCourses(entries: Entry[], known: KnownIds): void {
  const places = new Map<string, string>();
  const modules = new Map<string, string>();
  const courses = entries.filter((entry) => isOf('courses', entry));
  for (const course of courses) {
    checkModules(course, modules);
    checkPlaces(course, places, known);
    checkStart(course);
  }
  // While a course cannot be read nobody knows which lessons it holds.
  if (courses.some((course) => !course.data)) return;
  for (const lesson of entries) {
    if (lesson.kind !== 'lessons' || lesson.isDraft || places.has(lesson.id)) continue;
    say(lesson, 0, 'lesson-without-place', `Bài ${quote(lesson.id)} chưa nằm trong học phần nào, bà con không tìm thấy.`, 'Thêm mã bài vào ô lessons của một học phần trong courses. Chưa xong thì ghi “draft: true” ở đầu bài.');
  }
}

function checkModules(course: CourseEntry, modules: Map<string, string>): void {
  course.data?.modules.forEach(({ id }, index) => {
    const owner = modules.get(id);
    if (owner !== undefined) course.report.add({ at: course.locate(['modules', index, 'id']), rule: 'double-id', message: `Mã học phần ${quote(id)} đã dùng ở khóa ${quote(owner)}.`, mend: 'Mỗi học phần một mã riêng, trong mọi khóa.' });
    else modules.set(id, course.id);
  });
}

function checkPlaces(course: CourseEntry, places: Map<string, string>, known: KnownIds): void {
  course.data?.modules.forEach((module, index) => {
    module.lessons.forEach((id, number) => {
      const at = course.locate(['modules', index, 'lessons', number]);
      const before = places.get(id);
      if (!known.entries.lessons.has(id)) {
        const guess = nearest(id, known.entries.lessons.keys());
        say(course, at, 'missing-reference', `Không có bài học nào mang mã ${quote(id)}.`, `${guess ? `Có phải là “${guess}”? ` : ''}Sửa lại mã, hoặc thêm tệp lessons/${id}.mdx.`);
      }
      if (before !== undefined) course.report.add({ at, rule: 'double-place', message: `Bài ${quote(id)} đã có ở học phần ${quote(before)}.`, mend: 'Mỗi bài chỉ nằm ở một chỗ. Xóa bớt một chỗ.' });
      else places.set(id, module.id);
    });
  });
}

function checkStart(course: CourseEntry): void {
  const own = new Set(course.data?.modules.flatMap((module) => module.lessons));
  course.data?.startWith.forEach((id, index) => {
    const at = course.locate(['startWith', index]);
    if (!own.has(id)) say(course, at, 'start-elsewhere', `Bài ${quote(id)} ở ô “Học trước” không có trong khóa này.`, 'Chỉ chọn bài nằm trong các học phần của khóa.');
    else if (course.data?.startWith.indexOf(id) !== index) say(course, at, 'start-elsewhere', `Bài ${quote(id)} có hai lần trong ô “Học trước”.`, 'Xóa bớt một lần.');
  });
}
