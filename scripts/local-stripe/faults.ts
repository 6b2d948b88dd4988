/** What can be made to go wrong. */
export const FAULTS = [
  "drop_before",
  "drop_after",
  "error_500",
  "error_500_after",
  "slow",
] as const;

/**
 * `drop_before`: the connection breaks and nothing was done. `drop_after`: it was done, the answer
 * is lost. `error_500`, `error_500_after`: as these, but answered with 500, which Stripe then
 * repeats for the key. `slow`: done after `delay_ms`.
 */
export type Fault = {
  kind: (typeof FAULTS)[number];
  method: string;
  /** Beginning of the path, such as "/v1/refunds"; or its end when it begins with a star. */
  path: string;
  /** How many requests it meets. */
  times: number;
  delay_ms: number;
};

export class Faults {
  #list: Fault[] = [];

  add(given: Partial<Fault>): Fault {
    const { kind, method = "POST", path = "/v1/", times = 1, delay_ms = 1000 } = given;
    if (!kind || !FAULTS.includes(kind)) throw new Error(`kind is one of ${FAULTS.join(", ")}`);
    const fault = { kind, method, path, times, delay_ms };
    this.#list.push(fault);
    return fault;
  }

  clear(): void {
    this.#list = [];
  }

  /** The fault that meets this request, if any; it is used up by it. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.#list.find(
      (one) =>
        one.times > 0 &&
        one.method === method &&
        (one.path.startsWith("*") ? path.endsWith(one.path.slice(1)) : path.startsWith(one.path)),
    );
    if (fault) fault.times -= 1;
    return fault;
  }
}
