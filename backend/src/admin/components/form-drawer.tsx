import type { Phrase } from "@cho-lang/shared/language";
import { Button, Drawer } from "@medusajs/ui";
import { type FormEvent, type ReactNode, useState } from "react";
import { useSay } from "../lib/language";
import { phrases } from "../lib/phrases";

/**
 * A button that opens a small form. `act` answers whether it succeeded; the drawer stays open with
 * what was typed when it did not.
 */
export function FormDrawer(props: {
  label: Phrase;
  hint: Phrase;
  /** Names the button among others that say the same. */
  about?: string;
  isMain?: boolean;
  act: () => Promise<boolean>;
  children: ReactNode;
}) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const succeeded = await props.act();
    setIsBusy(false);
    if (succeeded) setIsOpen(false);
  }

  const label = say(props.label);
  return (
    <Drawer open={isOpen} onOpenChange={setIsOpen}>
      <Drawer.Trigger asChild>
        <Button
          size="small"
          variant={props.isMain ? "primary" : "secondary"}
          className="whitespace-nowrap"
          aria-label={props.about ? `${label}: ${props.about}` : undefined}
        >
          {label}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <form onSubmit={submit} className="flex h-full flex-col overflow-hidden">
          <Drawer.Header>
            <Drawer.Title>{label}</Drawer.Title>
            <Drawer.Description>{say(props.hint)}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
            {props.children}
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button type="button" size="small" variant="secondary">
                {say(phrases.cancel)}
              </Button>
            </Drawer.Close>
            <Button type="submit" size="small" isLoading={isBusy}>
              {label}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  );
}
