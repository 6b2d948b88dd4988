/**
 * What an error says, for a log or a note that people read. What a workflow throws is no Error any
 * more: Medusa hands it on as a plain object, of which String() would tell "[object Object]".
 */
export function messageOf(error: unknown): string {
  const isTold = typeof error === "object" && error !== null && "message" in error;
  return String(isTold ? error.message : error);
}
