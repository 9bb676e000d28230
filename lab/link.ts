import { type LabState, MOST_TEXT, readStateText, shortest } from './state.ts';

const VERSION = '1';

/**
 * A link that opens the lab in this state: deflated JSON in the fragment of the address, which is sent to no server.
 */
export async function linkOf(state: LabState, page = location.href): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(shortest(state))),
    new CompressionStream('deflate-raw'),
  );
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  return `${page.split('#')[0]}#${VERSION}.${letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The state in an address; undefined where it holds none, one sentence where what it holds cannot be taken. */
export async function stateOfLink(address: string): Promise<LabState | string | undefined> {
  const fragment = address.split('#')[1] ?? '';
  const [version, packed] = fragment.split('.');
  if (packed === undefined) return undefined;
  const refused = (why: string): string => `This link cannot be opened: ${why}.`;
  if (version !== VERSION)
    return refused(`it is of version ${version.slice(0, 12)}, this lab reads version ${VERSION}`);
  if (fragment.length > MOST_TEXT) return refused(`it is longer than ${MOST_TEXT} characters`);
  let json: string;
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    json = new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
  } catch {
    return refused('it was cut or altered on its way');
  }
  const read = readStateText(json);
  return typeof read === 'string' ? refused(read) : read;
}

/** Bytes sent through a stream. Throws where the bytes do not fit the stream. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
