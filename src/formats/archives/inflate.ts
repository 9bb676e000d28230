import { InvalidInput } from '../../schema/index.ts';

/**
 * Bytes uncompressed by the engine's own `DecompressionStream`, in Node and in pages alike. Throws InvalidInput for
 * broken data and as soon as more than `most` bytes come out.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  kind: 'gzip' | 'deflate-raw',
  most: number,
  where: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(kind)).getReader();
  for (;;) {
    const step = await reader.read().catch((): never => {
      throw new InvalidInput(where, 'is compressed, and damaged or cut off.');
    });
    if (step.done) break;
    length += step.value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      throw new InvalidInput(where, `holds more than ${most} bytes when uncompressed; that is refused.`);
    }
    parts.push(step.value);
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Bytes compressed as gzip. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
