import { AsyncLocalStorage } from "node:async_hooks";
import { MedusaError } from "@medusajs/framework/utils";

/** So many refused documents and not one accepted look like the engine's fault, not theirs. */
const SUSPICIOUS = 8;

type Document = { id: string };
type LayAside = (productId: string, why: string) => Promise<void>;
type Refused = { id: string; error: Error };
type Filling = { layAside: LayAside; accepted: number };

const current = new AsyncLocalStorage<Filling>();

/**
 * Fills an index within `work`, so that a document that the engine refuses is laid aside instead of
 * ending the filling; see `writeInFilling`.
 */
export function fillWith<T>(layAside: LayAside, work: () => Promise<T>): Promise<T> {
  return current.run({ layAside, accepted: 0 }, work);
}

/**
 * Writes documents as far as the engine takes them, when this belongs to a filling: halves of what
 * was refused find the guilty ones, which are laid aside.
 * @returns false, with nothing done, outside a filling: then a refusal is the writer's to handle.
 * @throws what is not about a document (the engine being away, its index gone), and a refusal when
 * nothing at all has been accepted and many were refused; none of those is laid aside.
 */
export async function writeInFilling<D extends Document>(
  documents: readonly D[],
  write: (part: D[]) => Promise<void>,
): Promise<boolean> {
  const filling = current.getStore();
  if (!filling) return false;
  const refused: Refused[] = [];
  const writePart = async (part: D[]): Promise<void> => {
    try {
      await write(part);
      filling.accepted += part.length;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [only] = part;
      if (only && part.length === 1) {
        refused.push({ id: only.id, error });
        if (filling.accepted === 0 && refused.length >= SUSPICIOUS) throw error;
        return;
      }
      const middle = Math.ceil(part.length / 2);
      await writePart(part.slice(0, middle));
      await writePart(part.slice(middle));
    }
  };
  await writePart([...documents]);
  for (const { id, error } of refused) await filling.layAside(id, error.message);
  return true;
}

/** The engine's word on a document, or PostgreSQL's on one of its values. */
function isRefusal(error: unknown): error is Error {
  if (error instanceof MedusaError) return error.type === MedusaError.Types.INVALID_DATA;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // Data exceptions, violated constraints and limits of the server.
  return /^(22|23|54)[0-9A-Z]{3}$/.test(code);
}
