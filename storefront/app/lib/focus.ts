/**
 * For the one element that answers what the visitor just did: a first faulty field, a notice after
 * a press. Without framework code the attribute moves the focus when the answered page opens.
 */
export function takesFocus(when = true): { autoFocus?: true } {
  return when ? { autoFocus: true } : {};
}
