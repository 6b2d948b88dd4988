/** Collects what React's server renderer writes, and gives the page's bytes. */
export class HtmlBytes {
  readonly #chunks: Uint8Array[] = [];

  /**
   * React 18 writes its buffer whole when a letter of several bytes does not fit into its end, so
   * up to three zeros stand there; inside an attribute a browser shows them as U+FFFD
   * (facebook/react issue 24985). A page has no zero byte of its own: HTML forbids it.
   */
  add(chunk: Uint8Array): void {
    let end = chunk.length;
    while (end > 0 && chunk[end - 1] === 0) end -= 1;
    this.#chunks.push(chunk.subarray(0, end));
  }

  /** Everything that was added. */
  whole() {
    return Buffer.concat(this.#chunks);
  }
}
