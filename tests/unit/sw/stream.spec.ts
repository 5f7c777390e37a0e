import { expect, test } from '@playwright/test';
import { passOn } from '../../../src/sw/stream.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A line that gives these pieces, and then ends or breaks. */
function line(pieces: Uint8Array[], isBroken = false): ReadableStreamDefaultReader<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (isBroken) controller.error(new Error('broken'));
      else controller.close();
    },
  }).getReader();
}

const read = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();

test('a page goes through unchanged, wherever its bytes are cut into pieces', async () => {
  const page = bytes('<p>Đường dây 111: gọi <b>ngay</b>, miễn phí</p> hết');
  for (let at = 0; at < page.length; at += 1) {
    const { stream, whole } = passOn(page.slice(0, at), line([page.slice(at, at + 3), page.slice(at + 3)]), async () => 'cut');
    expect(await read(stream)).toBe(new TextDecoder().decode(page));
    expect(await whole).toBe(new TextDecoder().decode(page));
  }
});

test('a page that breaks off ends at the end of a tag, with a word about it, and is not taken for whole', async () => {
  const { stream, whole } = passOn(bytes('<p>Một</p><p>Hai</p><a href="/ba'), line([bytes('i-hoc')], true), async () => '<p>Chưa hết</p>');
  expect(await read(stream)).toBe('<p>Một</p><p>Hai</p></title></style></script><p>Chưa hết</p>');
  expect(await whole).toBeUndefined();
});

test('a page that falls silent on the way ends like one that breaks off', async () => {
  const { setTimeout } = globalThis;
  // What it waits half a minute for, it waits no time for.
  Object.assign(globalThis, { setTimeout: (work: () => void) => setTimeout(work, 1) });
  const silent = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => {}) }).getReader();
  const { stream, whole } = passOn(bytes('<p>Một</p><p>Hai'), silent, async () => '<p>Chưa hết</p>');
  try {
    expect(await read(stream)).toBe('<p>Một</p><p></title></style></script><p>Chưa hết</p>');
    expect(await whole).toBeUndefined();
  } finally {
    Object.assign(globalThis, { setTimeout });
  }
});

test('a reader who goes elsewhere does not keep the page from being read to its end', async () => {
  const { stream, whole } = passOn(bytes('<p>'), line([bytes('a'), bytes('</p>')]), async () => '');
  await stream.cancel();
  expect(await whole).toBe('<p>a</p>');
});
