/**
 * Answers kept in memory together with the stamp of the data they were counted from. An answer is
 * used only for that very stamp, so it is never stale; whoever asks while it is being counted waits
 * for the same one. Counted later than its stamp says, it is newer, never older, and the next
 * search brings the newer stamp. Beyond `most` the one unused for longest is forgotten.
 */
export class Stamped<Answer> {
  private readonly kept = new Map<string, { stamp: string; answer: Promise<Answer> }>();

  constructor(private readonly most: number) {}

  /** The last answer of a key with its stamp, which may be an older one; null while there is none. */
  async last(key: string): Promise<{ stamp: string; answer: Answer } | null> {
    const known = this.kept.get(key);
    if (!known) return null;
    try {
      return { stamp: known.stamp, answer: await known.answer };
    } catch {
      // Whoever asked for it hears of the failure.
      return null;
    }
  }

  get(key: string, stamp: string, count: () => Promise<Answer>): Promise<Answer> {
    const known = this.kept.get(key);
    this.kept.delete(key);
    const entry = known?.stamp === stamp ? known : { stamp, answer: count() };
    this.kept.set(key, entry);
    if (entry !== known) {
      entry.answer.catch(() => {
        if (this.kept.get(key) === entry) this.kept.delete(key);
      });
      const [oldest] = this.kept.keys();
      if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    }
    return entry.answer;
  }
}
