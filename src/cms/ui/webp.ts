/** Stands in the place of a WebAssembly encoder: the browser's own, with the same call. */
export async function encode(data: ImageData, { quality = 75 }: { quality?: number } = {}): Promise<ArrayBuffer> {
  const canvas = document.createElement('canvas');
  canvas.width = data.width;
  canvas.height = data.height;
  canvas.getContext('2d')?.putImageData(data, 0, 0);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/webp', quality / 100));
  if (blob?.type !== 'image/webp') throw new Error('Trình duyệt này không nén được hình. Hãy dùng Chrome, Edge, Cốc Cốc hoặc Firefox mới.');
  return blob.arrayBuffer();
}
export default encode;
