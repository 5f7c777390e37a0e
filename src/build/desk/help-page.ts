/** The page an editor is led to when something goes wrong. */
export const helpPage = (policy: string): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>Khi bàn biên tập gặp lỗi</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="desk-style.css">
</head>
<body>
<main class="desk-help">
<h1>Khi bàn biên tập gặp lỗi</h1>
<p>Bài đang viết không mất. Mọi chữ đã gõ được giữ trong trình duyệt của máy này.</p>
<ol>
<li>Mở lại <a href="./">bàn biên tập</a>, trên cùng máy và cùng trình duyệt.</li>
<li>Bấm nút “Bài chưa lưu trên máy này” ở góc dưới bên trái.</li>
<li>Chọn “Viết tiếp”, hoặc “Chép bài của tôi” để dán vào Word hay Zalo cho chắc.</li>
</ol>
<h2>Không lưu được</h2>
<ul>
<li>Mất mạng: cứ để trang mở, có mạng rồi bấm “Lưu” lại.</li>
<li>Hết phiên đăng nhập: đăng nhập lại, rồi mở “Bài chưa lưu trên máy này”.</li>
<li>“Có người khác sửa”: đọc phần khác nhau, chép phần của mình, mở bản mới nhất rồi dán vào.</li>
<li>“Có chỗ phải sửa”: bấm “Tới chỗ ấy” và làm theo lời chỉ.</li>
</ul>
<h2>Vẫn không được</h2>
<p>Chụp màn hình, gửi cho người phụ trách kỹ thuật của cơ quan. Không đưa ảnh chụp lên mạng: trong bài có thể có việc chưa công bố.</p>
</main>
</body>
</html>
`;
