import { button, el, openDialog } from './dom.ts';

const SEEN = 'ban-bien-tap-da-xem-huong-dan';

const steps: [title: string, text: string][] = [
  ['1 trên 5: chọn bài', 'Các loại nội dung ở cột bên trái. Chọn loại, rồi chọn bài để sửa, hoặc bấm “Thêm…” để viết bài mới.'],
  ['2 trên 5: viết', 'Gõ thẳng vào các ô. Chữ nào gõ ra cũng được giữ trên máy này ngay, kể cả khi mất điện. Bấm “Lưu” thì bản nháp lên kho, người khác cùng thấy.'],
  ['3 trên 5: kiểm tra', 'Nút “Kiểm tra bài” ở góc dưới chỉ ra chỗ nào sai và cách sửa. Bấm “Tới chỗ ấy” để đến đúng ô.'],
  ['4 trên 5: nhờ duyệt', 'Viết xong thì đổi bước từ “Nháp” sang “Chờ duyệt”. Người khác đọc lại rồi đổi sang “Sẵn sàng”.'],
  ['5 trên 5: đăng', 'Bài sẵn sàng thì bấm “Đăng”. Lỡ đăng nhầm thì mở “Các bản trước”, chọn bản cũ và khôi phục.'],
];

/** Shows a new editor around, once; the button in the corner shows it again. */
export function tourIfNew(): void {
  try {
    if (localStorage.getItem(SEEN)) return;
    localStorage.setItem(SEEN, '1');
  } catch {
    return; // Without storage it would come again every time.
  }
  showTour();
}

/** The five steps from the first text to the page that people read. */
export function showTour(at = 0): void {
  const [title, text] = steps[at] ?? ['', ''];
  const more = at + 1 < steps.length ? [button('Tiếp', () => showTour(at + 1))] : [];
  openDialog(title, [el('p', {}, text), el('p', {}, ...more)], at + 1 < steps.length ? 'Bỏ qua' : 'Bắt đầu viết');
}
