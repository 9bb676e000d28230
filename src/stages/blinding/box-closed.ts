/** Refused because a box is closed. The CLI exits with code 3. */
export class BoxClosed extends Error {
  override readonly name = 'BoxClosed';
}
