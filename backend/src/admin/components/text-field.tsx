import type { Phrase } from "@cho-lang/shared/language";
import { Input, Label } from "@medusajs/ui";
import { useId } from "react";
import { useSay } from "../lib/language";

/** One line of text under its name. */
export function TextField(props: {
  label: Phrase;
  value: string;
  setValue: (value: string) => void;
  max: number;
  isRequired?: boolean;
}) {
  const { label, value, setValue, max, isRequired = false } = props;
  const say = useSay();
  const id = useId();
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id}>{say(label)}</Label>
      <Input
        id={id}
        required={isRequired}
        autoComplete="off"
        maxLength={max}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
    </div>
  );
}
