/** As much of Stripe's objects as our provider, its tests and the page read. */
export type Intent = {
  id: string;
  object: "payment_intent";
  simulator: true;
  amount: number;
  amount_capturable: number;
  amount_received: number;
  currency: string;
  status:
    | "requires_payment_method"
    | "requires_confirmation"
    | "requires_action"
    | "requires_capture"
    | "succeeded"
    | "canceled";
  client_secret: string;
  capture_method: "automatic" | "automatic_async" | "manual";
  confirmation_method: "automatic";
  automatic_payment_methods: object | null;
  payment_method_types: string[];
  payment_method: string | null;
  metadata: Record<string, string>;
  latest_charge: string | null;
  last_payment_error: object | null;
  next_action: null | {
    type: "redirect_to_url";
    redirect_to_url: { url: string; return_url: string | null };
  };
  cancellation_reason: string | null;
  canceled_at: number | null;
  description: string | null;
  receipt_email: string | null;
  created: number;
  livemode: false;
};

export type Charge = {
  id: string;
  object: "charge";
  simulator: true;
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  currency: string;
  captured: boolean;
  paid: true;
  refunded: boolean;
  disputed: boolean;
  status: "succeeded";
  payment_intent: string;
  payment_method: string | null;
  payment_method_details: { type: "card"; card: { brand: "visa"; last4: string } };
  metadata: Record<string, string>;
  created: number;
  livemode: false;
};

export type Refund = {
  id: string;
  object: "refund";
  simulator: true;
  amount: number;
  charge: string;
  payment_intent: string;
  currency: string;
  status: "pending" | "succeeded" | "failed" | "canceled";
  reason: string | null;
  failure_reason?: string;
  metadata: Record<string, string>;
  created: number;
};

export type Dispute = {
  id: string;
  object: "dispute";
  simulator: true;
  amount: number;
  charge: string;
  payment_intent: string;
  currency: string;
  reason: string;
  status: string;
  is_charge_refundable: boolean;
  evidence_details: {
    due_by: number;
    has_evidence: boolean;
    past_due: boolean;
    submission_count: number;
  };
  metadata: Record<string, string>;
  created: number;
  livemode: false;
};

export type StripeEvent = {
  id: string;
  object: "event";
  simulator: true;
  api_version: string;
  type: string;
  data: { object: unknown };
  created: number;
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
};
