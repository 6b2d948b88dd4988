import { BackendError } from "./backend.server";

/** How long a page waits for a part that it can do without, in milliseconds. */
export const SECONDARY_DEADLINE_MS = 150;

/**
 * Awaits the part without which a page cannot be shown. A refusal of the backend becomes the
 * page's own answer, which the root's error page puts into words: 404 stays 404, other refusals
 * keep their status, and a backend that is down or slow is 503.
 *
 * @throws Response
 */
export async function critical<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    if (error.status < 500) throw new Response(null, { status: error.status });
    console.error(error.message);
    throw new Response(null, { status: 503, headers: { "retry-after": "60" } });
  }
}

/**
 * Awaits a secondary part of a page: its value, or `null` when it fails or is late. A page
 * without framework code cannot fill a gap afterwards, so a late part is left out.
 */
export async function secondary<T>(
  part: Promise<T>,
  deadlineMs: number = SECONDARY_DEADLINE_MS,
): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), deadlineMs);
  });
  const settled = part.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    console.warn(`A secondary part of a page failed: ${reason}`);
    return null;
  });
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
