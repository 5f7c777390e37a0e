const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="84" viewBox="0 0 300 84" role="img" aria-label="Bàn biên tập Sổ tay thôn bản"><g text-anchor="middle" font-family="system-ui,'Be Vietnam Pro','Segoe UI',Roboto,'Noto Sans',sans-serif" fill="#1d3557"><text x="150" y="36" font-size="30" font-weight="700">Sổ tay thôn bản</text><text x="150" y="68" font-size="20" fill="#444">Bàn biên tập</text></g></svg>`;

/** The name on the door. Decap's page of sign-in shows a picture there; as an address it comes with the rest and is waited for by nobody. */
export const nameplate = `data:image/svg+xml,${encodeURIComponent(svg)}`;
