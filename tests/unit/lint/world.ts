import { type CheckOptions, type ContentFile, checkContent, type Problem } from '../../../src/lint/index.ts';

/** The head of a good lesson: lines 1 to 7 of its file. */
export const head = `---
title: Việc nhẹ, lương cao
summary: Đọc lại một lời mời và nhận ra chỗ cần hỏi.
objective: Tìm ra 3 dấu hiệu cảnh báo.
icon: message
updated: 2026-11-24
---
`;

/** The text of a good lesson up to the place where tests put their own piece. */
export const opening = `
<Situation>

Tối thứ bảy, một bạn nhận được tin nhắn mời đi làm. Bạn nên hỏi gì?

</Situation>

<KeyMessage title="Ý một">

Mỗi dấu hiệu gọi là một <Term id="co-do">cờ đỏ</Term>. <Fact id="F1.1" />

</KeyMessage>

<KeyMessage title="Ý hai">

- Giục đi **gấp**.
- Dặn giấu nhà. Xem [trang gọi giúp](/goi-giup/).

</KeyMessage>

<KeyMessage title="Ý ba">

Chưa rõ thì gọi <Contact id="111" /> để hỏi.

</KeyMessage>

`;

/** The rest of the lesson after that place. */
export const ending = `

<DoNow>

Nói với cả nhà một câu: “Ai được mời đi xa thì kể ở nhà trước.”

</DoNow>

<Quiz id="a1-1" />
`;

export const goodLesson = `${head}${opening}Vậy là đủ.${ending}`;
/** Line of the file at which a piece put into the lesson begins. */
export const pieceLine = `${head}${opening}`.split('\n').length;

const fact = (id: string, rest: string) => `id: ${id}\ntitle: Căn cứ mẫu\nstatement: Một câu mẫu.\ncheckedOn: 2026-11-01\ncheckAgainBy: 2027-11-01\nmayChange: low\n${rest}`;
const contact = (id: string, rest: string) => `id: "${id}"\nname: Nơi gọi mẫu\nuse: Khi cần hỏi.\nkind: phone\nwho: Người trực\nhours: Cả ngày đêm\ncost: free\nrecorded: "yes"\nfromAbroad: unknown\nscope: national\n${rest}`;

/** A small body of content without a mistake. */
export const goodWorld: Record<string, string> = {
  'lessons/a1-1.mdx': goodLesson,
  'courses/ba-con.yaml': 'id: ba-con\ntitle: Bà con\nsummary: Khóa mẫu.\naudience: bà con\nstartWith:\n  - a1-1\nmodules:\n  - id: a1\n    title: Hiểu đúng\n    summary: Học phần mẫu.\n    icon: school\n    lessons:\n      - a1-1\n',
  'quizzes/a1-1.yaml':
    'id: a1-1\ntitle: Thử xem\nquestions:\n  - id: q1\n    prompt: "Chọn: gọi số nào?"\n    facts:\n      - F1.1\n    kind: single\n    choices:\n      - text: Gọi [[so-cu]]\n        feedback: Số này là số cũ.\n      - text: Gọi 111\n        correct: true\n        feedback: Số này miễn phí.\n',
  'facts/F1.1.yaml': fact('F1.1', 'class: law\nbasis:\n  - document: Luật mẫu\nsources:\n  - title: Trang mẫu\n    url: https://example.org/luat\nconfidence: verified\n'),
  'facts/F7.1.yaml': fact('F7.1', 'class: practice\nconfidence: general\naskWhom: cán bộ xã\n'),
  'facts/F9.9.yaml': fact('F9.9', 'class: law\nconfidence: unverified\n'),
  'contacts/111.yaml': contact('111', 'local: "111"\nstatus: confirmed\nconfirmedBy: Nguồn mẫu\nconfirmedOn: 2026-11-01\ncheckAgainBy: 2027-11-01\nfact: F1.1\n'),
  'contacts/so-cu.yaml': contact('so-cu', 'local: 1800 0000\nstatus: retired\n'),
  'contacts/cho.yaml': contact('cho', 'local: 0237 000 0000\nstatus: waiting\n'),
  'glossary/co-do.yaml': 'id: co-do\nterm: cờ đỏ\nexplanation: Dấu hiệu cần dừng lại. Hỏi [[111]].\n',
  'pages/gioi-thieu.mdx': '---\ntitle: Về trang này\nsummary: Trang mẫu.\nupdated: 2026-11-24\n---\n\n## Để làm gì\n\nXem [nguồn](https://example.org/trang?x=1) và [riêng tư](/rieng-tu/).\n',
  'strings/vi.yaml': 'site:\n  name: Sổ tay\n',
};

const options: CheckOptions = { buildDate: '2026-11-24', media: ['mau.png'] };

/** The good world with some files changed, added, or (undefined) taken away. */
export function worldWith(changes: Record<string, string | undefined> = {}): ContentFile[] {
  return Object.entries({ ...goodWorld, ...changes }).flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
}

/** What the checker says about the good world with some changes. */
export const problemsWith = (changes: Record<string, string | undefined> = {}, more: Partial<CheckOptions> = {}): Problem[] => checkContent(worldWith(changes), { ...options, ...more });

/** What it says when a piece is put into the good lesson. */
export const problemsOfPiece = (piece: string): Problem[] => problemsWith({ 'lessons/a1-1.mdx': `${head}${opening}${piece}${ending}` });

/** `file:line rule`, to compare at a glance. */
export const brief = (problems: Problem[]): string[] => problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`);

/** A file of the good world with one piece of its text exchanged; fails loudly when the piece is not there. */
export function changed(path: string, from: string, to: string): Record<string, string> {
  const text = goodWorld[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} has no ${JSON.stringify(from)}`);
  return { [path]: text.replace(from, () => to) };
}
