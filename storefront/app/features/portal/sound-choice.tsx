import { usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { RadioCard } from "~/ui/choice";
import type { PortalAnswer } from "./answer";

/** Whether goods that came back can be sold again; nothing is chosen beforehand. */
export function SoundChoice({ answer }: { answer: PortalAnswer | null }) {
  const { parcels } = usePhrases().portal;
  const isFaulty = Boolean(answer?.faults.is_sound);
  const facts = { name: "is_sound", ...(isFaulty ? { "data-fault": true } : {}) };
  return (
    <fieldset className="grid gap-2" aria-describedby={isFaulty ? "sound-error" : undefined}>
      <legend className="legend mb-2">{parcels.soundLegend}</legend>
      <RadioCard
        {...facts}
        value="yes"
        label={parcels.sound}
        note={parcels.soundNote}
        defaultChecked={answer?.values.is_sound === "yes"}
        {...takesFocus(isFaulty)}
      />
      <RadioCard
        {...facts}
        value="no"
        label={parcels.unsound}
        note={parcels.unsoundNote}
        defaultChecked={answer?.values.is_sound === "no"}
      />
      {isFaulty ? (
        <p className="fault" id="sound-error">
          {parcels.soundFault}
        </p>
      ) : null}
    </fieldset>
  );
}
