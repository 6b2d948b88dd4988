import { memberEditBody, type ProducerMember } from "@cho-lang/shared/contracts/producer";
import type { MedusaResponse } from "@medusajs/framework/http";
import { parse, refuse } from "../../../../lib/errors";
import { setMemberStatusWorkflow } from "../../../../workflows/producer/set-member-status";
import { type ProducerRequest, param } from "../../request";

export async function POST(req: ProducerRequest, res: MedusaResponse<ProducerMember>) {
  const { member: actor, producer, members } = req.producer;
  const member = await members.find(param(req, "id"));
  const { status } = parse(memberEditBody, req.body);
  if (member.id === actor.id) {
    refuse("own_membership", "Nobody changes their own membership; ask another owner.");
  }
  // The same again is answered as done, so that a form that is sent twice does no harm.
  if (member.status !== status) {
    await setMemberStatusWorkflow(req.scope).run({
      input: {
        producer_id: producer.id,
        member_id: member.id,
        status,
        actor: { id: actor.id, name: actor.name },
        reason: null,
      },
    });
  }
  res.json(await members.find(member.id));
}
