import type { OperatorRefundRequest } from "@cho-lang/shared/contracts/operator-refund-requests";
import { REQUEST_TEXT_MAX, REQUEST_TEXT_MIN } from "@cho-lang/shared/domain/refund-request";
import { formatVnd } from "@cho-lang/shared/money";
import { Checkbox, Input, Label, Text, Textarea, toast } from "@medusajs/ui";
import { useId, useState } from "react";
import { typedAmount } from "../lib/amounts";
import { useLanguage, useSay } from "../lib/language";
import { requestPhrases } from "../lib/refund-request-phrases";
import { useDecision } from "../lib/use-decision";
import { FormDrawer } from "./form-drawer";

type Request = OperatorRefundRequest["request"];

/** States in which the operator may still decide. */
const OPEN_STATES: readonly Request["state"][] = ["open", "to_decide", "to_send_back"];

/** The two ways to end a request; nothing once it is decided or over. */
export function RequestDecisions({ request }: { request: Request }) {
  if (!OPEN_STATES.includes(request.state)) return null;
  return (
    <>
      <Grant key={request.order.collected_vnd} request={request} />
      <Refuse id={request.id} />
    </>
  );
}

function Grant({ request }: { request: Request }) {
  const say = useSay();
  const id = useId();
  const language = useLanguage();
  const decide = useDecision();
  const ceiling_vnd = request.order.collected_vnd;
  const isReturn = request.kind === "return";
  const [amount, setAmount] = useState(String(Math.min(request.amount_vnd, ceiling_vnd)));
  const [isGoodsBack, setIsGoodsBack] = useState(isReturn && request.state !== "to_send_back");
  const [note, setNote] = useState("");
  const amount_vnd = typedAmount(amount, ceiling_vnd);

  async function act(): Promise<boolean> {
    if (amount_vnd === null) {
      toast.error(say(requestPhrases.noAmount));
      return false;
    }
    const goods_back = isReturn && isGoodsBack;
    const decision = { deed: "grant", amount_vnd, goods_back, note };
    return decide(`/refund-requests/${request.id}/decide`, decision);
  }

  return (
    <FormDrawer label={requestPhrases.grant} hint={requestPhrases.grantHint} isMain act={act}>
      <div className="flex flex-col gap-y-1">
        <Label htmlFor={`${id}-amount`}>{say(requestPhrases.amount)}</Label>
        <Input
          id={`${id}-amount`}
          inputMode="numeric"
          autoComplete="off"
          required
          maxLength={20}
          aria-describedby={`${id}-most`}
          aria-invalid={amount_vnd === null}
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
        <Text id={`${id}-most`} size="small" className="text-ui-fg-subtle">
          {say(requestPhrases.atMost)}: {formatVnd(ceiling_vnd, language)}
        </Text>
        <Text size="small" aria-live="polite">
          {amount_vnd === null
            ? say(requestPhrases.noAmount)
            : `${say(requestPhrases.isAmount)}: ${formatVnd(amount_vnd, language)}`}
        </Text>
      </div>
      {isReturn ? (
        <div className="flex items-center gap-x-2">
          <Checkbox
            id={`${id}-goods`}
            checked={isGoodsBack}
            onCheckedChange={(checked) => setIsGoodsBack(checked === true)}
          />
          <Label htmlFor={`${id}-goods`}>{say(requestPhrases.goodsBack)}</Label>
        </div>
      ) : null}
      <NoteField note={note} setNote={setNote} />
    </FormDrawer>
  );
}

function Refuse({ id }: { id: string }) {
  const decide = useDecision();
  const [note, setNote] = useState("");
  return (
    <FormDrawer
      label={requestPhrases.refuse}
      hint={requestPhrases.refuseHint}
      act={() => decide(`/refund-requests/${id}/decide`, { deed: "refuse", note })}
    >
      <NoteField note={note} setNote={setNote} />
    </FormDrawer>
  );
}

function NoteField(props: { note: string; setNote: (note: string) => void }) {
  const say = useSay();
  const id = useId();
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id}>{say(requestPhrases.note)}</Label>
      <Textarea
        id={id}
        rows={5}
        required
        minLength={REQUEST_TEXT_MIN}
        maxLength={REQUEST_TEXT_MAX}
        aria-describedby={`${id}-hint`}
        value={props.note}
        onChange={(event) => props.setNote(event.target.value)}
      />
      <Text id={`${id}-hint`} size="small" className="text-ui-fg-subtle">
        {say(requestPhrases.noteHint)}
      </Text>
    </div>
  );
}
