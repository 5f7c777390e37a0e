/** URLs of the site, in one place: they are for life. Each takes ids and gives a root-relative path without the base. */
export const paths = {
  home: '/',
  courses: '/khoa-hoc/',
  course: (id: string) => `/khoa-hoc/${id}/`,
  module: (id: string) => `/hoc-phan/${id}/`,
  lesson: (id: string) => `/bai-hoc/${id}/`,
  quizzes: '/trac-nghiem/',
  quiz: (id: string) => `/trac-nghiem/${id}/`,
  scenarios: '/tinh-huong/',
  scenario: (id: string) => `/tinh-huong/${id}/`,
  help: '/goi-giup/',
  glossary: '/tu-kho/',
  facts: '/can-cu/',
  fact: (id: string) => `/can-cu/#${id}`,
  me: '/cua-toi/',
  offer: '/kiem-tra-loi-moi/',
  /** What a lesson has to send on, and a picture of one of its key messages. */
  send: (id: string) => `/gui/${id}/`,
  picture: (id: string, number: number) => `/gui/${id}/${number}.png`,
  check: (id: string) => `/kiem-tra-${id}/`,
  card: '/the-di-duong/',
  search: '/tim-kiem/',
  about: '/gioi-thieu/',
  privacy: '/rieng-tu/',
  /** For someone whose phone others look at: how to read, leave and erase. Its address says nothing. */
  safety: '/can-biet/',
  /** Where quick exit leads. */
  calendar: '/nong-lich/',
  /** A file whose answer asks the browser to clear the site's data, on hosts that send the header. */
  clear: '/xoa.txt',
  /** What the worker shows when a page is neither kept nor to be had. */
  offline: '/ngoai-tuyen/',
};

/** Puts a root-relative path under the site's base path; anything else is returned as it is. */
export function withBase(path: string, base: string): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  return base.replace(/\/+$/, '') + path;
}
