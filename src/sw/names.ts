/** The name of some bytes: the first 128 bits of their SHA-256 in hex. The build names its objects the same way. */
export async function idOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
