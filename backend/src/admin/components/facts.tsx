import type { Phrase } from "@cho-lang/shared/language";
import { Container, Heading, Text } from "@medusajs/ui";
import type { ReactNode } from "react";
import { useSay } from "../lib/language";

/** A section of a detail page with what can be done there; the first one names the page. */
export function Section(props: {
  title: ReactNode;
  level?: "h1" | "h2";
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level={props.level ?? "h2"}>{props.title}</Heading>
        <div className="flex flex-wrap items-center gap-2">{props.actions}</div>
      </div>
      {props.children}
    </Container>
  );
}

/** One named fact; nothing when there is no value. */
export function Fact({ label, children }: { label: Phrase; children: ReactNode }) {
  const say = useSay();
  if (children === null || children === undefined || children === "") return null;
  return (
    <div className="grid grid-cols-2 gap-4 px-6 py-3">
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {say(label)}
      </Text>
      <Text size="small" as="div">
        {children}
      </Text>
    </div>
  );
}
