/** Who acts on which departure. It must be this producer's, else it is not found. */
export interface DepartureDeed {
  producer_id: string;
  /** The departure. */
  id: string;
  /** The member who acts. */
  actor_id: string;
}

/** Who acts on which booking. It must be this producer's, else it is not found. */
export interface VisitDeed {
  producer_id: string;
  uuid: string;
  /** The member who acts. */
  actor_id: string;
}

/** What became of a booking: whether anything changed, and the order that it belongs to. */
export interface VisitChange {
  uuid: string;
  changed: boolean;
  /** Null for a booking that the host took: it moves no payment. */
  order_id: string | null;
}
