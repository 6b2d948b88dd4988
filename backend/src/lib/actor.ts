/** Who decides, as the history shows it: an operator's user id, or "seed" and the like. */
export interface Actor {
  id: string;
  name: string;
}
