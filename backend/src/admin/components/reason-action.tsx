import { REASON_MAX, REASON_MIN } from "@cho-lang/shared/domain/certification";
import type { Phrase } from "@cho-lang/shared/language";
import { Button, Drawer, Label, Text, Textarea } from "@medusajs/ui";
import { type FormEvent, useId, useState } from "react";
import { useSay } from "../lib/language";
import { phrases } from "../lib/phrases";

/**
 * A button that asks for a reason before it acts. `act` answers whether it succeeded; the drawer
 * stays open with what was typed when it did not.
 */
export function ReasonAction(props: {
  label: Phrase;
  hint: Phrase;
  isDanger?: boolean;
  act: (reason: string) => Promise<boolean>;
}) {
  const say = useSay();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const length = reason.trim().length;
  const fits = length >= REASON_MIN && length <= REASON_MAX;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!fits || isBusy) return;
    setIsBusy(true);
    const succeeded = await props.act(reason.trim());
    setIsBusy(false);
    if (!succeeded) return;
    setIsOpen(false);
    setReason("");
  }

  return (
    <Drawer open={isOpen} onOpenChange={setIsOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant={props.isDanger ? "danger" : "secondary"}>
          {say(props.label)}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <form onSubmit={submit} className="flex h-full flex-col">
          <Drawer.Header>
            <Drawer.Title>{say(props.label)}</Drawer.Title>
            <Drawer.Description>{say(props.hint)}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-2">
            <Label htmlFor={id}>{say(phrases.reason)}</Label>
            <Textarea
              id={id}
              name="reason"
              rows={6}
              required
              minLength={REASON_MIN}
              maxLength={REASON_MAX}
              aria-describedby={`${id}-hint`}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Text id={`${id}-hint`} size="small" className="text-ui-fg-subtle">
              {say(phrases.reasonLength)}
            </Text>
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button type="button" size="small" variant="secondary">
                {say(phrases.cancel)}
              </Button>
            </Drawer.Close>
            <Button
              type="submit"
              size="small"
              variant={props.isDanger ? "danger" : "primary"}
              isLoading={isBusy}
              disabled={!fits}
            >
              {say(props.label)}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  );
}
