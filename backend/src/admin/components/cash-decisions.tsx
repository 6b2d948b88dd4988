import type { CashDifferenceRow } from "@cho-lang/shared/contracts/operator-cash";
import { CASH_NOTE_MAX, type CashDeed } from "@cho-lang/shared/domain/purchase";
import type { Phrase } from "@cho-lang/shared/language";
import { formatVnd } from "@cho-lang/shared/money";
import { Text } from "@medusajs/ui";
import { useState } from "react";
import { cashPhrases } from "../lib/cash-phrases";
import { useLanguage } from "../lib/language";
import { useDecision } from "../lib/use-decision";
import { FormDrawer } from "./form-drawer";
import { TextField } from "./text-field";

/** The two things that can become of cash that did not come with a parcel. */
export function CashDecisions({ row }: { row: CashDifferenceRow }) {
  const { markCame, markCameHint, writeOff, writeOffHint } = cashPhrases;
  return (
    <div className="flex flex-wrap gap-2">
      <Decision row={row} deed="came" label={markCame} hint={markCameHint} />
      <Decision row={row} deed="write_off" label={writeOff} hint={writeOffHint} />
    </div>
  );
}

function Decision(props: { row: CashDifferenceRow; deed: CashDeed; label: Phrase; hint: Phrase }) {
  const { row, deed, label, hint } = props;
  const language = useLanguage();
  const decide = useDecision();
  const [note, setNote] = useState("");
  return (
    <FormDrawer
      label={label}
      hint={hint}
      about={row.order.number}
      act={() => decide(`/cash-differences/${row.id}/resolve`, { deed, note })}
    >
      <Text>
        {row.order.number} · {formatVnd(row.missing_vnd, language)}
      </Text>
      <TextField
        label={cashPhrases.note}
        value={note}
        setValue={setNote}
        max={CASH_NOTE_MAX}
        isRequired={deed === "write_off"}
      />
    </FormDrawer>
  );
}
