import { MedusaError } from "@medusajs/framework/utils";

/**
 * A search engine that can't be asked now: unreachable, too slow, overloaded or refusing our key.
 * Nothing is wrong with the question or the document; it may be asked again later, or elsewhere.
 */
export class EngineAwayError extends MedusaError {
  constructor(engine: string, why: string, options: { cause?: unknown } = {}) {
    super(MedusaError.Types.UNEXPECTED_STATE, `The search engine ${engine} is away: ${why}`);
    if (options.cause !== undefined) this.cause = options.cause;
  }
}
