/** What Stripe's API says of a failure; `type` decides which class the SDK throws. */
export type ErrorBody = {
  type: "invalid_request_error" | "card_error" | "idempotency_error" | "api_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  payment_intent?: unknown;
};

/** A refusal or failure that is answered as Stripe answers it. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  /** False for refusals before a deed began: Stripe keeps nothing under the request's key then. */
  readonly isKept: boolean;

  constructor(status: number, body: ErrorBody, isKept = true) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.isKept = isKept;
  }
}

export function invalid(message: string, more: { code?: string; param?: string } = {}): ApiError {
  return new ApiError(400, { type: "invalid_request_error", message, ...more });
}

export function missing(what: string, id: string): ApiError {
  const message = `No such ${what}: '${id}'`;
  return new ApiError(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    param: "id",
    message,
  });
}
