import type { SuspenseDetail } from "@cho-lang/shared/contracts/operator-transfers";
import { SUSPENSE_NOTE_MAX } from "@cho-lang/shared/domain/transfer";
import { formatVnd } from "@cho-lang/shared/money";
import { Button, Checkbox, Label, Text } from "@medusajs/ui";
import { useId, useState } from "react";
import { useLanguage, useSay } from "../lib/language";
import { transferPhrases } from "../lib/transfer-phrases";
import { useDecision } from "../lib/use-decision";
import { FormDrawer } from "./form-drawer";
import { noPayee, PayeeFields } from "./payee-fields";
import { TextField } from "./text-field";

type Entry = SuspenseDetail["suspense"];

/** The three things that can be done with money in suspense. */
export function SuspenseDecisions({ entry }: { entry: Entry }) {
  return (
    <>
      <PayPurchase entry={entry} />
      <SendBack entry={entry} />
      <Keep id={entry.id} />
    </>
  );
}

function PayPurchase({ entry }: { entry: Entry }) {
  const say = useSay();
  const language = useLanguage();
  const decide = useDecision();
  const [number, setNumber] = useState("");
  return (
    <FormDrawer
      label={transferPhrases.pay}
      hint={transferPhrases.payHint}
      isMain={entry.candidates.length > 0}
      act={() => decide(`/suspense/${entry.id}/resolve`, { deed: "pay", purchase_number: number })}
    >
      <TextField
        label={transferPhrases.purchaseNumber}
        value={number}
        setValue={setNumber}
        max={30}
        isRequired
      />
      <Text size="small" weight="plus">
        {say(transferPhrases.candidates)}
      </Text>
      {entry.candidates.length === 0 ? (
        <Text size="small">{say(transferPhrases.noCandidates)}</Text>
      ) : null}
      <ul className="flex flex-col gap-y-2">
        {entry.candidates.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2">
            <Text size="small">
              {one.number} · {one.full_name} · {say(transferPhrases.missing)}{" "}
              {formatVnd(one.missing_vnd, language)}
            </Text>
            <Button
              type="button"
              size="small"
              variant="secondary"
              aria-label={`${say(transferPhrases.choose)}: ${one.number}`}
              onClick={() => setNumber(one.number)}
            >
              {say(transferPhrases.choose)}
            </Button>
          </li>
        ))}
      </ul>
    </FormDrawer>
  );
}

function SendBack({ entry }: { entry: Entry }) {
  const say = useSay();
  const id = useId();
  const decide = useDecision();
  const { sender } = entry.transfer;
  const knowsSender = sender !== null && sender.bank_bin !== "";
  const [isOther, setIsOther] = useState(!knowsSender);
  const [payee, setPayee] = useState(noPayee);
  const [note, setNote] = useState("");
  return (
    <FormDrawer
      label={transferPhrases.sendBack}
      hint={transferPhrases.sendBackHint}
      act={() =>
        decide(`/suspense/${entry.id}/resolve`, {
          deed: "send_back",
          ...(isOther ? { payee } : {}),
          ...(note === "" ? {} : { note }),
        })
      }
    >
      {knowsSender ? (
        <>
          <Text size="small">
            {say(transferPhrases.toSender)}: {sender.account_number} · {sender.name}
          </Text>
          <div className="flex items-center gap-x-2">
            <Checkbox
              id={id}
              checked={isOther}
              onCheckedChange={(checked) => setIsOther(checked === true)}
            />
            <Label htmlFor={id}>{say(transferPhrases.otherAccount)}</Label>
          </div>
        </>
      ) : null}
      {isOther ? <PayeeFields payee={payee} setPayee={setPayee} /> : null}
      <TextField
        label={transferPhrases.note}
        value={note}
        setValue={setNote}
        max={SUSPENSE_NOTE_MAX}
      />
    </FormDrawer>
  );
}

function Keep({ id }: { id: string }) {
  const decide = useDecision();
  const [note, setNote] = useState("");
  return (
    <FormDrawer
      label={transferPhrases.keep}
      hint={transferPhrases.keepHint}
      act={() => decide(`/suspense/${id}/resolve`, { deed: "keep", note })}
    >
      <TextField
        label={transferPhrases.note}
        value={note}
        setValue={setNote}
        max={SUSPENSE_NOTE_MAX}
        isRequired
      />
    </FormDrawer>
  );
}
