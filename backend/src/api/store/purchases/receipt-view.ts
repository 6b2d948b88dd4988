import { addressLines } from "@cho-lang/shared/address";
import { communeByCode } from "@cho-lang/shared/communes";
import type { OrderReceipt } from "@cho-lang/shared/contracts/receipt";
import { progressOf } from "@cho-lang/shared/domain/order-progress";
import { isPrepaid } from "@cho-lang/shared/domain/payment";
import type { Language } from "@cho-lang/shared/language";
import { sumVnd } from "@cho-lang/shared/money";
import { parseTaxNumber } from "@cho-lang/shared/tax-number";
import type { ReceiptFacts, ReceiptLine, ReceiptMovement } from "../../../reports/receipt";

/**
 * The receipt of one order. The sums are the order's own, and what they do not explain was never
 * to be paid or is not any more.
 *
 * @throws RangeError when more came or is due than the order costs.
 */
export function receiptOf(facts: ReceiptFacts, language: Language): OrderReceipt {
  const { total_vnd, due_vnd, refunded_vnd, written_off_vnd } = facts;
  const lines = facts.lines.map((line) => lineOf(line, language));
  const shippingName = facts[`shipping_name_${language}`];
  const shipping = shippingName ? { name: shippingName, price_vnd: facts.shipping_vnd } : null;
  const gross_vnd = sumVnd([...lines.map(({ amount_vnd }) => amount_vnd), facts.shipping_vnd]);
  const paid_vnd = sumVnd([facts.collected_vnd, refunded_vnd]);
  const { progress, ...parties } = partiesOf(facts, language);
  return {
    purchase: {
      id: facts.purchase_id,
      number: facts.purchase_number,
      placed_at: facts.placed_at.toISOString(),
    },
    order: {
      number: facts.number,
      progress,
      cancelled_at: facts.cancelled_at?.toISOString() ?? null,
    },
    ...parties,
    invoice: facts.invoice,
    lines,
    shipping,
    discount_vnd: notBelowZero(gross_vnd - total_vnd, facts.number),
    total_vnd,
    method: facts.payment,
    paid_vnd,
    refunded_vnd,
    due_vnd,
    written_off_vnd,
    not_owed_vnd: notBelowZero(total_vnd - paid_vnd - due_vnd - written_off_vnd, facts.number),
    payments: explaining(paymentsOf(facts, paid_vnd), paid_vnd),
    refunds: explaining(facts.refunds, refunded_vnd),
  };
}

function notBelowZero(rest_vnd: number, number: string): number {
  if (rest_vnd < 0) throw new RangeError(`The receipt of ${number} misses ${-rest_vnd} đồng.`);
  return rest_vnd;
}

/** What was paid before the order was made came with the purchase's money. */
function paymentsOf(facts: ReceiptFacts, paid_vnd: number): ReceiptMovement[] {
  const { payment, paid_at, captures } = facts;
  if (!isPrepaid(payment) || !paid_at) return captures;
  return [{ at: paid_at, amount_vnd: paid_vnd }];
}

/** Instants are told only while their amounts explain the sum: money may be on its way. */
function explaining(movements: ReceiptMovement[], sum_vnd: number): OrderReceipt["payments"] {
  const told = movements.filter(({ amount_vnd }) => amount_vnd > 0);
  const all = told.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0);
  if (all !== sum_vnd) return [];
  return told.map(({ at, amount_vnd }) => ({ at: at.toISOString(), amount_vnd }));
}

function partiesOf(facts: ReceiptFacts, language: Language) {
  const { registration_number } = facts;
  const tax = registration_number ? parseTaxNumber(registration_number) : null;
  return {
    progress: progressOf(facts),
    producer: {
      name: facts.producer_name,
      legal_form: facts.legal_form,
      registration: registration_number
        ? { number: tax ?? registration_number, is_tax_number: tax !== null }
        : null,
      address: placeLines(facts.producer_place, language),
      phone: facts.producer_phone,
    },
    buyer: {
      full_name: facts.full_name,
      phone: facts.phone,
      address: placeLines(facts, language),
    },
  };
}

function placeLines(place: ReceiptFacts["producer_place"], language: Language): string[] {
  if (place.commune_code === "") return [];
  const street = place.street ?? "";
  const commune = communeByCode(place.commune_code);
  const lines = commune ? addressLines({ ...place, street }, commune, language) : [street];
  return lines.filter((line) => line !== "");
}

/** A visit is one line for the whole party, whatever a tour's single price is for. */
const VISIT_UNIT: Readonly<Record<Language, string>> = { vi: "chuyến", en: "visit" };

function lineOf(line: ReceiptLine, language: Language): OrderReceipt["lines"][number] {
  const { quantity, price_vnd, starts_at } = line;
  return {
    title: line[`title_${language}`],
    unit: starts_at ? VISIT_UNIT[language] : line[`unit_${language}`],
    quantity,
    price_vnd,
    amount_vnd: price_vnd * quantity,
    starts_at: starts_at?.toISOString() ?? null,
  };
}
