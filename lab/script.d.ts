declare module '*?script' {
  /** The address of a worker's script. */
  const address: string;
  export default address;
}
