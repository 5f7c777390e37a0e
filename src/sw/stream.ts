/** A page that is passed on while it comes. */
export interface Passing {
  /** What the reader gets; it always comes to an end, cut off or not. */
  stream: ReadableStream<Uint8Array>;
  /** The whole text, once all of it is here; nothing when it was cut off. */
  whole: Promise<string | undefined>;
}

const TAG_ENDS = 0x3e;

/** Silence in the middle of a page for so long, in milliseconds, and the rest is not waited for: longer than a bad line's pauses, shorter than a reader's hope. */
const SILENCE_MS = 30_000;

/**
 * Passes on what comes of a page, as it comes, up to the end of a tag. A browser that is handed an answer which breaks off waits
 * for ever, so one that breaks off, or falls silent for {@link SILENCE_MS}, is ended here, with a word about it.
 *
 * @param first the first piece, already read
 * @param rest where the others come from; read to its end even when the reader has gone elsewhere
 * @param whenCut HTML to end with when the rest does not come
 */
export function passOn(first: Uint8Array, rest: ReadableStreamDefaultReader<Uint8Array>, whenCut: () => Promise<string>): Passing {
  let tell: (text: string | undefined) => void;
  const whole = new Promise<string | undefined>((done) => {
    tell = done;
  });
  let isRead = true;
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const decoder = new TextDecoder();
      let text = '';
      let held = new Uint8Array(0);
      const give = (bytes: Uint8Array) => {
        if (isRead && bytes.length > 0) controller.enqueue(bytes);
      };
      let piece: Uint8Array | undefined = first;
      try {
        while (piece) {
          text += decoder.decode(piece, { stream: true });
          const bytes: Uint8Array<ArrayBuffer> = join(held, piece);
          const end = bytes.lastIndexOf(TAG_ENDS) + 1;
          give(bytes.subarray(0, end));
          held = bytes.slice(end);
          piece = (await readInTime(rest)).value;
        }
        give(held);
        tell(text + decoder.decode());
      } catch {
        rest.cancel().catch(() => {});
        // Whatever the cut went through (a style, a title) is closed, or the words would become part of it.
        give(new TextEncoder().encode(`</title></style></script>${await whenCut().catch(() => '')}`));
        tell(undefined);
      }
      if (isRead) controller.close();
    },
    cancel() {
      isRead = false;
    },
  });
  return { stream, whole };
}

async function readInTime(rest: ReadableStreamDefaultReader<Uint8Array>): Promise<ReadableStreamReadResult<Uint8Array>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('silent')), SILENCE_MS);
  });
  return Promise.race([rest.read(), silence]).finally(() => clearTimeout(timer));
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
