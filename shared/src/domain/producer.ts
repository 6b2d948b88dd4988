import type { LocalDate } from "../calendar";
import type { Language, Phrase } from "../language";

/** Legal forms of producers in the programme (chủ thể); the village board serves tourism only. */
export const LEGAL_FORMS = [
  "cooperative",
  "cooperative_group",
  "company",
  "household",
  "farm",
  "village_board",
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** The legal forms in words. */
export const LEGAL_FORM_LABELS: Readonly<Record<LegalForm, Phrase>> = {
  cooperative: { vi: "Hợp tác xã", en: "Cooperative" },
  cooperative_group: { vi: "Tổ hợp tác", en: "Cooperative group" },
  company: { vi: "Doanh nghiệp", en: "Company" },
  household: { vi: "Hộ kinh doanh", en: "Household business" },
  farm: { vi: "Trang trại", en: "Farm" },
  village_board: { vi: "Ban quản lý làng", en: "Village management board" },
};

/** One legal form in words. */
export function legalFormLabel(form: LegalForm, language: Language): string {
  return LEGAL_FORM_LABELS[form][language];
}

/**
 * States of a producer's shop: `pending` waits for the operator, `open` sells, `suspended` was
 * stopped by the operator, `closed` has left for good.
 */
export const PRODUCER_STATUSES = ["pending", "open", "suspended", "closed"] as const;
export type ProducerStatus = (typeof PRODUCER_STATUSES)[number];

/** The states of a shop in words. */
export const PRODUCER_STATUS_LABELS: Readonly<Record<ProducerStatus, Phrase>> = {
  pending: { vi: "Chờ duyệt", en: "Waiting for approval" },
  open: { vi: "Đang mở", en: "Open" },
  suspended: { vi: "Tạm ngưng", en: "Suspended" },
  closed: { vi: "Đã đóng", en: "Closed" },
};

/** What decides whether a shop sells on a day. Either end of the closure may be left open. */
export interface ProducerOpening {
  status: ProducerStatus;
  /** First day of a planned closure; null with an end means "closed already". */
  closed_from: LocalDate | null;
  /** Last day of a planned closure, itself still closed; null with a start means "until further notice". */
  closed_until: LocalDate | null;
}

/**
 * Whether a producer sells on a day in Vietnam: its shop is open and the day is outside its planned
 * closure, whose first and last day both count as closed. The one predicate for adding a line, for
 * completing a cart and for what pages show.
 */
export function isProducerOpenOn(producer: ProducerOpening, date: LocalDate): boolean {
  if (producer.status !== "open") return false;
  const { closed_from, closed_until } = producer;
  if (closed_from === null && closed_until === null) return true;
  const begun = closed_from === null || closed_from <= date;
  const over = closed_until !== null && closed_until < date;
  return !begun || over;
}

/** What a member may be within a producer. */
export const MEMBER_ROLES = ["owner", "manager", "seller", "guide", "accountant"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** The roles in words. */
export const MEMBER_ROLE_LABELS: Readonly<Record<MemberRole, Phrase>> = {
  owner: { vi: "Chủ", en: "Owner" },
  manager: { vi: "Quản lý", en: "Manager" },
  seller: { vi: "Người bán", en: "Seller" },
  guide: { vi: "Hướng dẫn viên", en: "Guide" },
  accountant: { vi: "Kế toán", en: "Accountant" },
};

/** One role in words. */
export function memberRoleLabel(role: MemberRole, language: Language): string {
  return MEMBER_ROLE_LABELS[role][language];
}

/** Which roles may do what in the producers' portal. `pack_orders` includes confirming them. */
export const ACTIONS = {
  read_orders: ["owner", "manager", "seller", "accountant"],
  pack_orders: ["owner", "manager", "seller"],
  ship_orders: ["owner", "manager", "seller"],
  cancel_orders: ["owner", "manager"],
  read_products: ["owner", "manager", "seller", "guide", "accountant"],
  edit_products: ["owner", "manager", "seller"],
  read_money: ["owner", "manager", "accountant"],
  edit_shop: ["owner", "manager"],
  manage_team: ["owner"],
  read_visits: ["owner", "manager", "seller", "guide", "accountant"],
  check_in: ["owner", "manager", "seller", "guide"],
  manage_departures: ["owner", "manager"],
  read_certificates: ["owner", "manager", "seller", "guide", "accountant"],
} as const satisfies Readonly<Record<string, readonly MemberRole[]>>;
export type Action = keyof typeof ACTIONS;

/** Whether a role may do an action. An action without a row, or an unknown role, is refused. */
export function mayDo(role: string, action: string): boolean {
  if (!Object.hasOwn(ACTIONS, action)) return false;
  const allowed: readonly string[] = ACTIONS[action as Action];
  return allowed.includes(role);
}
