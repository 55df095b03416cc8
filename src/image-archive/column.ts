type Numbers = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** A list of numbers that grows, with as few bytes for each as they need. */
export class Column<T extends Numbers> {
  /** The numbers, and unused room after them. */
  values: T;
  length = 0;
  readonly #type: new (length: number) => T;

  /** @param type of the array */
  constructor(type: new (length: number) => T) {
    this.#type = type;
    this.values = new type(1024);
  }

  push(value: number): void {
    this.set(this.length, value);
  }

  /** Writes a number, and zeros where there was none before it. */
  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const values = new this.#type(Math.ceil(index * 1.5));
      values.set(this.values);
      this.values = values;
    }
    this.values[index] = value;
    this.length = Math.max(this.length, index + 1);
  }
}
