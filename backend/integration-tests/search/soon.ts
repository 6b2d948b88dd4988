/** Edits have to be found "at once", which in this shop means within 10 seconds. */
const SOON_MS = 10_000;

/** Asks again until it is so, as a shopper reloads; the last answer is compared when time is up. */
export async function soon(
  ask: () => Promise<unknown>,
  wanted: unknown,
  withinMs = SOON_MS,
): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    try {
      expect(found).toEqual(wanted);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}
