import { isKind, type Kind, kindNames, kinds } from './kinds.ts';
import { nearest } from './nearest.ts';
import { list, quote } from './say.ts';

/** Where a file belongs, or why it belongs nowhere. `undefined`: not text, nothing to check. */
export type Place = { kind: Kind; id: string } | { message: string; mend: string } | undefined;

const goodName = /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/;
/** First parts of addresses the site already uses; a page of that name would take its place. */
const takenByTheSite = [
  'khoa-hoc',
  'hoc-phan',
  'bai-hoc',
  'trac-nghiem',
  'tinh-huong',
  'kiem-tra-loi-moi',
  'the-di-duong',
  'gui',
  'goi-giup',
  'tim-kiem',
  'tu-kho',
  'can-cu',
  'cua-toi',
  'tai-ve',
  'tap-huan',
  'nong-lich',
  'admin',
  'anh',
  'js',
  'media',
  'index',
  '404',
];

/** Finds the kind and the id of a file from its path. Folders are flat, and every file has its folder. */
export function placeOfFile(path: string): Place {
  const parts = path.split('/');
  const [folder = '', name = ''] = parts;
  if (parts.at(-1) === 'README.md' && parts.length <= 2) return undefined;
  if (parts.length === 1) return { message: `Tệp ${quote(path)} nằm ngoài các thư mục nội dung.`, mend: `Chuyển tệp vào một trong các thư mục: ${folders()}. Không cần thì xóa.` };
  if (folder !== 'media' && !isKind(folder)) return { message: `Không có thư mục nội dung nào tên là ${quote(folder)}.`, mend: `${guessFolder(folder)}Các thư mục: ${folders()}.` };
  if (parts.length > 2) return { message: `Thư mục ${quote(folder)} có thư mục con ${quote(name)}.`, mend: `Chuyển tệp ra ngoài, đặt thẳng trong ${folder}/.` };
  if (!isKind(folder)) return undefined;
  return placeOfName(folder, name);
}

function placeOfName(kind: Kind, name: string): Place {
  const { ending, noun } = kinds[kind];
  const dot = name.lastIndexOf('.');
  const id = name.slice(0, dot);
  if (dot <= 0 || name.slice(dot + 1) !== ending)
    return { message: `Tệp ${quote(name)} không phải là ${noun}: tên tệp phải kết thúc bằng .${ending}.`, mend: dot > 0 ? `Đổi tên thành ${id}.${ending}, hoặc xóa nếu không cần.` : 'Đổi tên, hoặc xóa nếu không cần.' };
  if (!goodName.test(id)) return { message: `Tên tệp ${quote(name)} có dấu, dấu cách hoặc ký tự lạ.`, mend: `Tên tệp là mã: chỉ chữ không dấu, chữ số và dấu gạch ngang, ví dụ a1-1.${ending}.` };
  if (kind === 'pages' && takenByTheSite.includes(id)) return { message: `Địa chỉ /${id}/ đã là của một phần khác trên trang.`, mend: 'Đổi tên tệp này.' };
  return { kind, id };
}

const folders = () => [...kindNames, 'media'].join(', ');

function guessFolder(folder: string): string {
  const guess = nearest(folder, kindNames);
  return guess ? `Có phải là ${list([guess])}? ` : '';
}
