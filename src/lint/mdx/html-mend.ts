const instead: Record<string, string> = {
  br: 'Muốn xuống dòng thì để một dòng trống.',
  b: 'Chữ đậm viết **như thế này**.',
  strong: 'Chữ đậm viết **như thế này**.',
  i: 'Chữ nghiêng viết *như thế này*.',
  em: 'Chữ nghiêng viết *như thế này*.',
  a: 'Liên kết viết kiểu [chữ để chạm](/duong-dan/).',
  img: 'Hình viết <Picture src="ten-tep.png" alt="Mô tả hình" />.',
  table: 'Bảng thì viết lại thành danh sách: mỗi dòng một gạch đầu dòng.',
  hr: 'Đường kẻ viết ---, có dòng trống ở trên và dưới.',
};

/** What to write instead of an HTML tag. */
export function htmlMend(name: string): string {
  const key = name.toLowerCase();
  return (Object.hasOwn(instead, key) ? instead[key] : undefined) ?? 'Xóa thẻ này, chỉ giữ chữ. Trang chỉ dùng Markdown và các thẻ của bài học.';
}
