const MOST_BYTES = 50_000_000;

const begins = (bytes: Uint8Array, signs: string): boolean => [...signs].every((sign, index) => bytes[index] === sign.charCodeAt(0));
const holds = (bytes: Uint8Array, signs: string): boolean => new TextDecoder('latin1').decode(bytes).includes(signs);

/** Why a file cannot be taken in, and what to do instead; undefined when it may be a Word file of today. */
export function wordRefusal(name: string, bytes: Uint8Array): string | undefined {
  const file = `“${name}”`;
  if (bytes.length > MOST_BYTES) return `${file} nặng hơn 50 MB. Mở bằng Word, bấm vào một hình, chọn Nén hình (Compress Pictures), lưu lại rồi thử lần nữa.`;
  if (bytes.length === 0) return `${file} là tệp trống.`;
  // A locked .docx is wrapped in the container that .doc files are.
  if (begins(bytes, '\u00D0\u00CF\u0011\u00E0')) {
    if (holds(bytes, [...'EncryptedPackage'].join('\0'))) return `${file} có mật khẩu. Mở bằng Word, bỏ mật khẩu, lưu lại rồi thử lần nữa.`;
    return `${file} là tệp Word đời cũ (.doc). Mở bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (.docx)”, rồi đưa tệp mới vào.`;
  }
  if (begins(bytes, '{\\rtf')) return `${file} là tệp RTF. Mở bằng Word, lưu thành kiểu .docx rồi đưa tệp mới vào.`;
  if (begins(bytes, '%PDF')) return `${file} là tệp PDF. Hãy tìm tệp Word gốc; nếu không có thì mở PDF, chép chữ rồi dán vào bài.`;
  if (!begins(bytes, 'PK')) return `${file} không phải tệp Word. Chỉ đưa được tệp có đuôi .docx.`;
  if (holds(bytes.subarray(0, 120), 'application/vnd.oasis')) return `${file} là tệp của LibreOffice. Mở tệp ấy, chọn Lưu thành, kiểu “Word (.docx)”, rồi đưa tệp mới vào.`;
  return undefined;
}
