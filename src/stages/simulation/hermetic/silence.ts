/** A probability that detectors stay silent, with the ends of its band; events multiply into it. */
export class Silence {
  central = 1;
  low = 1;
  high = 1;

  reset(): void {
    this.central = 1;
    this.low = 1;
    this.high = 1;
  }

  times(central: number, low: number, high: number): void {
    this.central *= central;
    this.low *= low;
    this.high *= high;
  }
}
