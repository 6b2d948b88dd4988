/**
 * Reads the page anew after a refused form too, which Remix leaves out by default: a refusal often
 * means that somebody else changed the thing meanwhile.
 */
export function always(): true {
  return true;
}
