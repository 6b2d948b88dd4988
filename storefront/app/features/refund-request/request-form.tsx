import {
  PHOTO_REASONS,
  REQUEST_KIND_LABELS,
  REQUEST_TEXT_MAX,
  type RequestReason,
  requestReasonLabel,
} from "@cho-lang/shared/domain/refund-request";
import { formatVnd } from "@cho-lang/shared/money";
import { useLanguage, usePhrases } from "~/language/phrases";
import type { Phrases } from "~/language/vi";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { RadioCard } from "~/ui/choice";
import { TextArea } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { askedSum, waysFor } from "./asking";
import { LineFields } from "./line-fields";
import type { RequestPageFacts } from "./load-request-page.server";
import { Part, type PartProps } from "./part";
import { PayeeFields } from "./payee-fields";
import { PhotoFields } from "./photo-fields";
import { emptyValues, REQUEST_FIELDS, type RequestAnswer } from "./request-values";
import { WhatHappens } from "./what-happens";

export type RequestFormProps = {
  page: RequestPageFacts;
  answer: RequestAnswer | null;
  action: string;
};

/**
 * Asks for goods to go back or money to come back. Everything is on the page; a part that the chosen
 * reason does not need is hidden by the style sheet alone, so that it works without script.
 */
export function RequestForm({ page, answer, action }: RequestFormProps) {
  const { refundRequest: words } = usePhrases();
  const { choice, purchase } = page;
  const values = answer?.values ?? emptyValues(choice);
  const faults = answer?.faults ?? {};
  const first = REQUEST_FIELDS.find((field) => faults[field]);
  const isFaulty = first !== undefined || Boolean(answer?.refusal);
  const { collected_vnd, shipping_vnd } = choice.order;
  const sums = {
    collected_vnd,
    shipping_vnd,
    is_whole: choice.is_whole,
    by_rules_vnd: choice.by_rules_vnd,
    lines: choice.lines.map(({ id, total_vnd, quantity, is_visit }) => ({
      id,
      total_vnd,
      quantity,
      is_visit,
    })),
  };
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      noValidate
      className="request-form"
      data-refund={JSON.stringify(sums)}
      data-sending={words.sending}
    >
      {isFaulty ? (
        <Notice role="alert" icon="warn">
          {answer?.refusal ?? words.faultsAbove}
        </Notice>
      ) : null}
      <WhatHappens choice={choice} />
      <Reasons
        page={page}
        value={values.reason}
        fault={faults.reason}
        isFirst={first === "reason"}
      />
      {choice.is_whole ? null : (
        <LineFields
          lines={choice.lines}
          quantities={values.quantities}
          fault={faults.lines}
          isFirst={first === "lines"}
        />
      )}
      <Kinds page={page} value={values.kind} fault={faults.kind} isFirst={first === "kind"} />
      <TextArea
        id="text"
        name="text"
        label={<span className="request-legend">{words.words}</span>}
        hint={wordsHint(choice, words)}
        error={faults.text}
        defaultValue={values.text}
        maxLength={REQUEST_TEXT_MAX}
        rows={4}
        {...takesFocus(first === "text")}
      />
      {choice.is_whole ? null : (
        <PhotoFields
          purchase={purchase}
          photos={values.photos}
          fault={faults.photos}
          isFirst={first === "photos"}
        />
      )}
      {choice.needs_payee ? (
        <PayeeFields values={values} faults={faults} first={first} provider={purchase.provider} />
      ) : null}
      <div>
        <Sum page={page} values={values} />
        <Button name="intent" value="ask" data-send className="mt-3 w-full">
          {words.send}
        </Button>
      </div>
    </form>
  );
}

type FieldsProps = Pick<PartProps, "fault"> & {
  page: RequestPageFacts;
  value: string;
  isFirst: boolean;
};

function Reasons({ page: { choice }, value, fault, isFirst }: FieldsProps) {
  const { refundRequest: words } = usePhrases();
  const language = useLanguage();
  const { by_rules_vnd } = choice;
  const goods = goodsOf(choice);
  const note = (reason: RequestReason) => {
    const kinds = waysFor(choice, reason, goods);
    if (kinds.length === 1 && kinds[0] === "return") return words.reasonNote.sendBack;
    return reason === "cannot_come" && by_rules_vnd !== null && choice.order.collected_vnd > 0
      ? words.reasonNote.byRules(formatVnd(by_rules_vnd, language))
      : undefined;
  };
  return (
    <Part
      name="reason"
      legend={choice.is_whole ? words.whyCancel : words.whatHappened}
      fault={fault}
    >
      {choice.reasons.map((reason, index) => (
        <RadioCard
          key={reason}
          name="reason"
          value={reason}
          label={requestReasonLabel(reason, language)}
          note={note(reason)}
          defaultChecked={value === reason}
          {...(waysFor(choice, reason, goods).length > 1 ? { "data-both": true } : {})}
          {...(PHOTO_REASONS.includes(reason) ? { "data-photo": true } : {})}
          {...takesFocus(isFirst && index === 0)}
        />
      ))}
    </Part>
  );
}

function goodsOf({ lines }: RequestPageFacts["choice"]) {
  return lines.filter((line) => !line.is_visit);
}

/** Only for reasons that leave the choice; hidden while another is chosen. */
function Kinds({ page: { choice }, value, fault, isFirst }: FieldsProps) {
  const { refundRequest: words } = usePhrases();
  const language = useLanguage();
  const goods = goodsOf(choice);
  if (!choice.reasons.some((reason) => waysFor(choice, reason, goods).length > 1)) return null;
  return (
    <Part name="kind" legend={words.whichWay} fault={fault} className="request-kind">
      {(["refund", "return"] as const).map((kind, index) => (
        <RadioCard
          key={kind}
          name="kind"
          value={kind}
          label={REQUEST_KIND_LABELS[kind][language]}
          note={words.kindNote[kind]}
          defaultChecked={value === kind}
          {...takesFocus(isFirst && index === 0)}
        />
      ))}
    </Part>
  );
}

function wordsHint(
  { is_whole, order }: RequestPageFacts["choice"],
  words: Phrases["refundRequest"],
): string {
  if (!is_whole) return words.wordsHint;
  return order.progress === "booked" ? words.wordsHintVisit : words.wordsHintWhole;
}

/** What is asked for: known at once for a whole order, kept up to date by script for its parts. */
function Sum({
  page: { choice },
  values,
}: {
  page: RequestPageFacts;
  values: RequestAnswer["values"];
}) {
  const { refundRequest: words } = usePhrases();
  const language = useLanguage();
  const { collected_vnd, shipping_vnd } = choice.order;
  if (collected_vnd === 0) return null;
  // By the rules of a visit the reason decides.
  const isKnown = choice.is_whole && (choice.by_rules_vnd === null || values.reason !== "");
  const sum = askedSum(
    {
      collected_vnd,
      shipping_vnd,
      is_whole: choice.is_whole,
      by_rules_vnd: choice.by_rules_vnd,
      lines: choice.lines.map((line) => ({ ...line, chosen: values.quantities[line.id] ?? 0 })),
    },
    values.reason,
  );
  return (
    <p
      className="request-sum needs-script"
      role="status"
      hidden={!isKnown && (choice.is_whole || sum === 0)}
    >
      <span>{words.asked}</span>{" "}
      <strong className="price" data-asked>
        {formatVnd(sum, language)}
      </strong>
    </p>
  );
}
