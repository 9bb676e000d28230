/** SHA-256 of all bits of the sums, in hexadecimal; the same in Node and in browsers. */
export async function digestOfSums(sums) {
  const bytes = new Uint8Array(await new Blob(sums).arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
