/** Forgejo's and GitHub's client. */
interface Api {
  originRepoURL: string;
  branch: string;
  readFile(path: string, sha: undefined): Promise<string>;
  request<T = unknown>(path: string, options?: { params?: Record<string, string | number> }): Promise<T>;
}

/** The published text of a file in one question; Decap asks first for its hash, then for that. @throws what the client throws, for a file that is not there too */
export async function readContents(api: Api, path: string): Promise<string> {
  const place = path.split('/').map(encodeURIComponent).join('/');
  const { encoding, content } = await api.request<{ encoding: string | null; content: string | null }>(`${api.originRepoURL}/contents/${place}`, { params: { ref: api.branch } });
  // What is too long for this answer comes without its text.
  if (encoding !== 'base64' || content === null) return api.readFile(path, undefined);
  return new TextDecoder().decode(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
}
