import type { DeskBackend } from './settings.ts';

/**
 * The policy of the desk's own page, apart from that of the site: scripts from its own files only, no code from strings,
 * no other origin but the forge. Styles may be set from scripts: the editor draws itself so.
 */
export function deskPolicy({ origins }: Pick<DeskBackend, 'origins'>): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", 'blob:', ...origins].join(' ')}`,
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join(';');
}

/**
 * The page of the desk.
 *
 * @param scripts files that its script asks for first
 * @param later files for an idle moment: the desk says when
 * @param origins where it will have questions: the way there takes a moment, in which the scripts come
 */
export const deskPage = (policy: string, scripts: string[], later: string[], origins: string[]): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>Bàn biên tập</title>
<link rel="icon" href="data:,">
${origins.map((origin) => `<link rel="preconnect" href="${origin}" crossorigin>`).join('\n')}
${scripts.map((name) => `<link rel="modulepreload" href="${name}">`).join('\n')}
<link rel="stylesheet" href="desk-style.css">
${later.map((name) => `<link data-later href="${name}">`).join('\n')}
<script type="module" src="desk.js"></script>
</head>
<body>
<div id="nc-root"><p class="desk-wait">Đang mở bàn biên tập…</p></div>
<noscript><p class="desk-wait">Bàn biên tập cần JavaScript. Hãy bật JavaScript, hoặc dùng Chrome, Edge, Cốc Cốc, Firefox mới.</p></noscript>
</body>
</html>
`;
