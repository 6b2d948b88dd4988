import type { PurchaseView } from "@cho-lang/shared/contracts/purchase";
import type {
  AskRefundBody,
  OrderRefundRequests,
  PhotoAnswer,
  RefundRequest,
} from "@cho-lang/shared/contracts/refund-request";
import { BackendError, backend, orNull } from "~/lib/backend.server";
import type { PurchaseLink } from "../purchase/purchase.server";
import type { SendPhoto } from "./request-form.server";

/** Sending a photo, and giving money back, take longer than a page may; milliseconds. */
const DEED_TIMEOUT_MS = 30_000;

/** What can be asked for of one order and what was; null when the link opens no such order. */
export async function findRefundRequests(
  link: PurchaseLink,
  number: string,
): Promise<OrderRefundRequests | null> {
  try {
    return await orNull(
      backend<OrderRefundRequests>(`${ofOrder(link, number)}/refund-requests`, optionsOf(link)),
    );
  } catch (error) {
    if (error instanceof BackendError && [400, 401, 403].includes(error.status)) return null;
    throw error;
  }
}

/** The requests of each order of a purchase that has any, by the order's number. */
export type RequestsOfOrders = Record<string, RefundRequest[]>;

export async function findRequestsOf(
  link: PurchaseLink,
  view: PurchaseView,
): Promise<RequestsOfOrders> {
  const asked = view.orders.filter((order) => order.requests.length > 0);
  const found = await Promise.all(
    asked.map(async ({ number }) => {
      const answer = await findRefundRequests(link, number);
      return [number, answer?.requests ?? []] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** Sends a request. @throws BackendError whose fields name what does not fit. */
export function askRefund(
  link: PurchaseLink,
  number: string,
  body: AskRefundBody,
): Promise<OrderRefundRequests> {
  return backend<OrderRefundRequests>(`${ofOrder(link, number)}/refund-requests`, {
    ...optionsOf(link),
    method: "POST",
    body,
    timeoutMs: DEED_TIMEOUT_MS,
  });
}

/** Takes a request back; false when it was decided in the meantime, or is none of this purchase. */
export async function withdrawRequest(link: PurchaseLink, request: string): Promise<boolean> {
  const path = `${ofPurchase(link)}/refund-requests/${encodeURIComponent(request)}/withdraw`;
  try {
    await backend<unknown>(path, {
      ...optionsOf(link),
      method: "POST",
      timeoutMs: DEED_TIMEOUT_MS,
    });
    return true;
  } catch (error) {
    if (error instanceof BackendError && [400, 404].includes(error.status)) return false;
    throw error;
  }
}

/** Hands photos of this purchase to the backend, one by one. */
export function photoSender(link: PurchaseLink): SendPhoto {
  return async (bytes) => {
    try {
      const { photo } = await backend<PhotoAnswer>(`${ofPurchase(link)}/photos`, {
        ...optionsOf(link),
        method: "POST",
        body: { file: Buffer.from(bytes).toString("base64") },
        timeoutMs: DEED_TIMEOUT_MS,
      });
      return { id: photo.id };
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      const { code, fields, message } = error;
      if (code === "photo_format" || fields.file === "photo_format") {
        return { fault: "photo_format" };
      }
      console.warn(message);
      return { fault: "photo_not_sent" };
    }
  };
}

function ofPurchase({ id }: PurchaseLink): string {
  return `/store/purchases/${encodeURIComponent(id)}`;
}

function ofOrder(link: PurchaseLink, number: string): string {
  return `${ofPurchase(link)}/orders/${encodeURIComponent(number)}`;
}

function optionsOf({ signature, token, language }: PurchaseLink) {
  return {
    query: { token: signature?.slice(0, 200) || undefined, lang: language },
    language,
    token,
  };
}
