import type { OperatorProducer } from "@cho-lang/shared/contracts/operator";
import { MEMBER_ROLE_LABELS } from "@cho-lang/shared/domain/producer";
import { Table } from "@medusajs/ui";
import { useSay } from "../lib/language";
import { memberStatusPhrases, phrases } from "../lib/phrases";
import { useDecision } from "../lib/use-decision";
import { Section } from "./facts";
import { ReasonAction } from "./reason-action";
import { TableHead } from "./table-head";

const COLUMNS = [phrases.name, phrases.email, phrases.role, phrases.state, phrases.decisions];

type Producer = OperatorProducer["producer"];
type Member = Producer["members"][number];

/** The people of a producer, and letting them in or out. */
export function Members({ producer }: { producer: Producer }) {
  const say = useSay();
  return (
    <Section title={say(phrases.members)}>
      <Table>
        <TableHead columns={COLUMNS} />
        <Table.Body>
          {producer.members.map((member) => (
            <Table.Row key={member.id}>
              <Table.Cell>{member.name}</Table.Cell>
              <Table.Cell>{member.email}</Table.Cell>
              <Table.Cell>{say(MEMBER_ROLE_LABELS[member.role])}</Table.Cell>
              <Table.Cell>{say(memberStatusPhrases[member.status])}</Table.Cell>
              <Table.Cell>
                <MemberDecisions producerId={producer.id} member={member} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  );
}

function MemberDecisions({ producerId, member }: { producerId: string; member: Member }) {
  const decide = useDecision();
  const set = (status: Member["status"]) => (reason: string) =>
    decide(`/producers/${producerId}/members/${member.id}`, { status, reason });
  if (member.status === "removed") return null;
  return (
    <div className="flex gap-2 py-2">
      {member.status === "active" ? (
        <ReasonAction
          label={phrases.suspend}
          hint={phrases.memberSuspendHint}
          act={set("suspended")}
        />
      ) : (
        <ReasonAction label={phrases.activate} hint={phrases.activateHint} act={set("active")} />
      )}
      <ReasonAction
        label={phrases.remove}
        hint={phrases.memberRemoveHint}
        isDanger
        act={set("removed")}
      />
    </div>
  );
}
