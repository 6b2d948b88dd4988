/**
 * Names of our events. Each carries only `{ id }`; a consumer reads the row again, so repeats and
 * disorder are harmless. All are emitted when the workflow has ended well.
 */
export const ProducerEvents = {
  /** A producer with its members was created. Id of the producer. */
  CREATED: "producer.created",
  /** Its own data was edited. Id of the producer. */
  UPDATED: "producer.updated",
  /** The operator stopped its shop. Id of the producer. */
  SUSPENDED: "producer.suspended",
  /** The operator let its shop sell, for the first time or again. Id of the producer. */
  REOPENED: "producer.reopened",
  /** A member was activated, suspended or removed. Id of the member. */
  MEMBER_CHANGED: "producer.member_changed",
} as const;

export const CertificationEvents = {
  /** A producer's certificate waits for the operator. Id of the certificate. */
  SUBMITTED: "certification.submitted",
  /** The operator found it true: its stars are shown while it is in force. Id of the certificate. */
  VERIFIED: "certification.verified",
  /** The operator did not accept it. Id of the certificate. */
  REJECTED: "certification.rejected",
  /** Its stars are no longer shown. Id of the certificate. */
  REVOKED: "certification.revoked",
} as const;

export const VillageEvents = {
  /** A village or site was created. Id of the village. */
  CREATED: "village.created",
  /** Its data was edited. Id of the village. */
  UPDATED: "village.updated",
} as const;

export const OrderEvents = {
  /** The producer will serve it. Id of one producer's order. */
  CONFIRMED: "order.confirmed",
  /** Its parcel stands ready. Id of the order. */
  PACKED: "order.packed",
  /** The carrier has its parcel, with a tracking number. Id of the order. */
  SHIPPED: "order.shipped",
  /** The buyer has it; cash on delivery is collected. Id of the order. */
  DELIVERED: "order.delivered",
  /** It was not taken at the door and is on its way back. Id of the order. */
  REFUSED: "order.refused",
  /** The refused parcel is with its producer again; what was paid for it goes back. Id of the order. */
  RETURNED: "order.returned",
  /** The producer can't serve it; not Medusa's `order.canceled`. Id of the order. */
  CANCELLED: "order.cancelled",
} as const;

export const PurchaseEvents = {
  /** Goods and seats are kept until its buyer has paid. Id of the purchase. */
  AWAITING: "purchase.awaiting",
  /** All orders of a cart exist and its payment is authorised. Id of the purchase. */
  PLACED: "purchase.placed",
} as const;

export const BookingEvents = {
  /** A visit is booked: its purchase is placed. Uuid of the booking. */
  CONFIRMED: "booking.confirmed",
} as const;

export const RefundRequestEvents = {
  /** A buyer's request was made, answered, decided, paid or ended. Id of the request. */
  CHANGED: "refund_request.changed",
} as const;
