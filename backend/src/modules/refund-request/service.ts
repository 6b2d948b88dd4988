import { isRequestEnded, SEND_BACK_DAYS } from "@cho-lang/shared/domain/refund-request";
import { notFound, refuse } from "../../lib/errors";
import { inTransaction, type Transaction } from "../../lib/sql";
import { randomId } from "./ids";
import * as photos from "./photo-queries";
import * as queries from "./queries";
import { judge, letterOf } from "./rules";
import type { Photo, RefundRequest, RequestEvent, RequestLine } from "./tables";

export type { Photo, RefundRequest, RequestEvent, RequestLine };

/** Who does something: an id, and the name that the history shows. */
export type RequestActor = { id: string; name: string };

/** A request as it is to be made; number, id and state come from here. */
export type RequestDraft = Pick<
  RefundRequest,
  | "purchase_id"
  | "order_id"
  | "producer_id"
  | "kind"
  | "reason"
  | "text"
  | "is_whole"
  | "amount_vnd"
  | "shipping_vnd"
  | "payee_bank_bin"
  | "payee_account"
  | "payee_name"
  | "asked_at"
  | "answer_by"
> & {
  order_number: string;
  lines: Omit<RequestLine, "request_id">[];
  photo_ids: string[];
};

/** One thing that is done to a request. Amounts are whole đồng. */
export type RequestDeed =
  /** `most_vnd`: what came in for the order, above which nothing is granted. */
  | { name: "accept"; most_vnd: number }
  | { name: "decline"; text: string }
  | { name: "receive"; is_sound: boolean }
  | { name: "withdraw" }
  | { name: "grant"; amount_vnd: number; most_vnd: number; goods_back: boolean; text: string }
  | { name: "refuse"; text: string }
  | { name: "lapse" }
  | { name: "overdue" }
  | { name: "pay" }
  | { name: "fail"; text: string }
  | { name: "call_off"; refunded_vnd: number };

/** Most photos of one purchase, used and unused. */
export const PURCHASE_PHOTOS = 20;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Buyers' requests for money back: who asked, who answered, and what came of it. */
export default class RefundRequestModuleService {
  /**
   * Makes a request. Of two that ask about one order at once one is made, the other is refused with
   * `request_open`. Refuses `photo_unknown` for photos that are not this purchase's or were used.
   */
  async ask(draft: RequestDraft): Promise<RefundRequest> {
    const { order_number, lines, photo_ids, ...row } = draft;
    const id = randomId("rreq");
    return inTransaction(async (tx) => {
      await queries.lockOrder(tx, row.order_id);
      const before = await queries.selectStates(tx, row.order_id);
      if (before.some(({ state }) => !isRequestEnded(state))) {
        refuse("request_open", "Another request for this order is not ended: wait, or withdraw it");
      }
      const number = `${order_number}-${letterOf(before.length)}`;
      const stored = await queries.insertRequest(tx, { ...row, id, number }, lines);
      const { purchase_id, asked_at: at } = row;
      const taken = await photos.takePhotos(tx, { ids: photo_ids, purchase_id, request_id: id });
      if (taken !== new Set(photo_ids).size) {
        const message = "Send these photos again: they are not here any more";
        refuse("photo_unknown", message, {
          fields: [{ field: "photos", code: "photo_unknown", message }],
        });
      }
      const by = { actor_id: "buyer", by: "buyer" };
      await queries.insertEvent(tx, {
        request_id: id,
        at,
        deed: "ask",
        state: "open",
        text: null,
        ...by,
      });
      return stored;
    });
  }

  /**
   * Does something to a request under its lock, so that of two people who decide at once the second
   * sees what the first did. The same person's repeat changes nothing (`is_repeat`). Refuses
   * `request_decided`, `grant_too_much`; 404 for an unknown one.
   */
  async act(
    id: string,
    deed: RequestDeed,
    actor: RequestActor,
  ): Promise<{ request: RefundRequest; is_repeat: boolean }> {
    return inTransaction((tx) => this.#act(tx, { id, deed, actor }));
  }

  async #act(tx: Transaction, of: { id: string; deed: RequestDeed; actor: RequestActor }) {
    const { id, deed, actor } = of;
    const before = await queries.lockRequest(tx, id);
    if (!before) notFound("The request");
    const at = new Date();
    const goods_first = deed.name !== "grant" || deed.goods_back;
    const verdict = judge(before, deed.name, at, goods_first);
    if (verdict.kind === "refuse") refuseDecided(before);
    if (verdict.kind === "repeat") return { request: before, is_repeat: true };
    if (deed.name === "grant" && deed.amount_vnd > deed.most_vnd) refuseAbove(deed.most_vnd);
    const state = verdict.to;
    const changes = { state, ...changesOf(deed, { before, at }), ...timesOf(state, at) };
    const request = await queries.updateRequest(tx, id, changes);
    await queries.insertEvent(tx, {
      request_id: id,
      at,
      deed: deed.name,
      state,
      actor_id: actor.id,
      by: actor.name,
      text: "text" in deed ? deed.text : null,
    });
    return { request, is_repeat: false };
  }

  async find(id: string): Promise<RefundRequest | null> {
    return queries.selectRequest(id);
  }

  /** The requests of some orders with their lines, the oldest first. */
  async listOfOrders(order_ids: string[]): Promise<(RefundRequest & { lines: RequestLine[] })[]> {
    const requests = await queries.selectRequestsOf(order_ids);
    const lines = await queries.selectLinesOf(requests.map(({ id }) => id));
    return requests.map((one) => ({
      ...one,
      lines: lines.filter(({ request_id }) => request_id === one.id),
    }));
  }

  async listLines(request_id: string): Promise<RequestLine[]> {
    return queries.selectLinesOf([request_id]);
  }

  /** Everything that happened to a request, the oldest first. */
  async listEvents(request_id: string): Promise<RequestEvent[]> {
    return queries.selectEvents(request_id);
  }

  async listUntoldEvents(request_id: string): Promise<RequestEvent[]> {
    return queries.selectUntoldEvents(request_id);
  }

  /** Requests of which somebody still has to be told, at most 50. */
  async listUntold(): Promise<string[]> {
    return queries.selectUntold();
  }

  async markTold(event_id: number): Promise<void> {
    return queries.setTold(event_id);
  }

  /** Requests whose time is over, with what that does to them; at most 50. */
  async listOverdue(): Promise<{ id: string; deed: "lapse" | "overdue" }[]> {
    const rows = await queries.selectOverdue();
    return rows.map(({ id, state }) => ({ id, deed: state === "open" ? "lapse" : "overdue" }));
  }

  /** Requests whose money is still to be given back, at most 50. */
  async listUnpaid(): Promise<string[]> {
    return queries.selectUnpaid();
  }

  /** Notes a try to give the money back; `failure` null before it. */
  async noteTry(id: string, failure: string | null): Promise<void> {
    return queries.setTried(id, failure);
  }

  /** Refuses `photos_too_many` when a purchase has as many photos as it may. */
  async expectRoom(purchase_id: string): Promise<void> {
    if ((await photos.countPhotos(purchase_id, null)) >= PURCHASE_PHOTOS) refuseMany();
  }

  /** Adds a photo to a purchase; of many at once never more than the limit. */
  async addPhoto(photo: Omit<Photo, "id" | "created_at" | "request_id" | "position">) {
    const id = randomId("rpic");
    const { purchase_id, width, height } = photo;
    await inTransaction(async (tx) => {
      await photos.lockPhotos(tx, purchase_id);
      if ((await photos.countPhotos(purchase_id, tx)) >= PURCHASE_PHOTOS) refuseMany();
      await photos.insertPhoto(tx, { ...photo, id });
    });
    return { id, width, height };
  }

  /** A photo of this purchase; null for another's. */
  async findPhoto(by: { id: string; purchase_id: string }): Promise<Photo | null> {
    return photos.selectPhoto(by);
  }

  /** Photos that no request took within a day, at most 100. */
  async listUnusedPhotos(): Promise<Photo[]> {
    return photos.selectUnused();
  }

  /** Forgets an unused photo; false when a request took it meanwhile. */
  async removePhoto(id: string): Promise<boolean> {
    return photos.deleteUnused(id);
  }
}

function changesOf(
  deed: RequestDeed,
  of: { before: RefundRequest; at: Date },
): Partial<RefundRequest> {
  const { before, at } = of;
  switch (deed.name) {
    case "accept":
      return {
        answer_deed: "accept",
        answered_at: at,
        answer_text: "",
        granted_vnd: Math.min(before.amount_vnd, deed.most_vnd),
      };
    case "decline":
      return { answer_deed: "decline", answered_at: at, answer_text: deed.text };
    case "receive":
      return { received_at: at, is_sound: deed.is_sound };
    case "grant":
      return {
        decision_deed: "grant",
        decided_at: at,
        decision_text: deed.text,
        granted_vnd: deed.amount_vnd,
      };
    case "refuse":
      return { decision_deed: "refuse", decided_at: at, decision_text: deed.text, granted_vnd: 0 };
    case "fail":
      // Goods that Medusa has taken back otherwise can't come back once more.
      return deed.text.startsWith("goods_")
        ? { failure: deed.text, received_at: null, is_sound: null }
        : { failure: deed.text };
    case "pay":
      return { failure: null };
    case "call_off":
      return { granted_vnd: Math.min(before.amount_vnd, deed.refunded_vnd) };
    default:
      return {};
  }
}

function timesOf(state: RefundRequest["state"], at: Date): Partial<RefundRequest> {
  const send_back_by = new Date(at.getTime() + SEND_BACK_DAYS * DAY_MS);
  if (state === "to_send_back") return { send_back_by };
  return state === "refunded" ? { refunded_at: at } : {};
}

/** Deeds that somebody else's decision has made impossible. */
function refuseDecided({ state }: RefundRequest): never {
  const why = state === "withdrawn" ? "The buyer has withdrawn it" : "It was decided already";
  refuse("request_decided", `${why}: read the request again`);
}

function refuseAbove(most_vnd: number): never {
  const message = `At most ${most_vnd} đồng came in for this order`;
  refuse("grant_too_much", message, {
    fields: [{ field: "amount_vnd", code: "grant_too_much", message }],
  });
}

function refuseMany(): never {
  const message = `A purchase has at most ${PURCHASE_PHOTOS} photos: use those that you sent`;
  refuse("photos_too_many", message, {
    fields: [{ field: "file", code: "photos_too_many", message }],
  });
}
