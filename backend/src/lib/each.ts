import { messageOf } from "./message-of";

/**
 * Does a deed for each item, one after another. One that fails does not keep the others waiting:
 * its error is thrown when all have had their turn.
 *
 * @throws AggregateError with the errors of those that failed.
 */
export async function forEachInTurn<Item>(
  items: readonly Item[],
  deed: (item: Item) => Promise<unknown>,
): Promise<void> {
  const errors: unknown[] = [];
  for (const item of items) {
    try {
      await deed(item);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 0) return;
  const reasons = errors.map(messageOf);
  throw new AggregateError(errors, `${errors.length} of ${items.length}: ${reasons.join("; ")}`);
}
