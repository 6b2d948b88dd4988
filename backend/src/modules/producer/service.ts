import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex";
import type { Context, DAL, InferTypeOf } from "@medusajs/framework/types";
import { MedusaService } from "@medusajs/framework/utils";
import type { Actor } from "../../lib/actor";
import { notFound, refuse } from "../../lib/errors";
import { Producer } from "./models/producer";
import { ProducerEvent } from "./models/producer-event";
import { ProducerMember } from "./models/producer-member";
import { lockProducer } from "./queries";
import {
  decideMember,
  decideShop,
  type MemberStatus,
  normalEmail,
  type ShopDecision,
} from "./rules";

export type ProducerRow = InferTypeOf<typeof Producer>;
export type ProducerMemberRow = InferTypeOf<typeof ProducerMember>;

type Nullable<Row> = {
  [Key in keyof Row as null extends Row[Key] ? Key : never]?: Row[Key];
};

/** A producer to add: optional columns may be left out, members are at least an owner. */
export type NewProducer = Pick<
  ProducerRow,
  "handle" | "name" | "legal_form" | "commune_code" | "province_code" | "story"
> &
  Nullable<Omit<ProducerRow, "deleted_at">> & {
    id?: string;
    status?: ProducerRow["status"];
    is_demo?: boolean;
    members: { name: string; email: string; role: ProducerMemberRow["role"] }[];
  };

export interface AddedProducer {
  id: string;
  handle: string;
  members: { id: string; email: string }[];
}

export interface ShopChange {
  producer_id: string;
  event_id: string;
  from: ProducerRow["status"];
  to: ProducerRow["status"];
}

export interface MemberChange {
  producer_id: string;
  member_id: string;
  event_id: string;
  from: MemberStatus;
  to: MemberStatus;
}

/**
 * Producers, their members and the history of decisions about them. Every decision runs under the
 * lock of the producer's row: of two equal decisions at once one is made and the other is refused.
 */
export default class ProducerModuleService extends MedusaService({
  Producer,
  ProducerMember,
  ProducerEvent,
}) {
  private readonly repository: DAL.RepositoryService;

  constructor(container: { baseRepository: DAL.RepositoryService }) {
    super(container);
    this.repository = container.baseRepository;
  }

  /**
   * Adds producers with their members, all or none. A handle or e-mail that exists is refused by
   * the unique index.
   */
  async addProducers(list: NewProducer[]): Promise<AddedProducer[]> {
    return this.repository.transaction<SqlEntityManager>(async (transactionManager) => {
      const context: Context = { transactionManager };
      const producers = await this.createProducers(
        list.map(({ members, ...columns }) => columns),
        context,
      );
      const idOf = new Map(producers.map(({ id, handle }) => [handle, id]));
      const members = await this.createProducerMembers(
        list.flatMap((producer) =>
          producer.members.map(({ name, email, role }) => ({
            name,
            role,
            email: normalEmail(email),
            producer_id: idOf.get(producer.handle) ?? "",
          })),
        ),
        context,
      );
      return producers.map(({ id, handle }) => ({
        id,
        handle,
        members: members
          .filter((member) => member.producer_id === id)
          .map((member) => ({ id: member.id, email: member.email })),
      }));
    });
  }

  /** Suspends or (re)opens a shop and writes the event; refuses what `decideShop` refuses. */
  async decideAboutShop(input: {
    producer_id: string;
    decision: ShopDecision;
    actor: Actor;
    reason: string | null;
  }): Promise<ShopChange> {
    return this.locked(input.producer_id, async (context) => {
      const producer = await this.retrieveProducer(input.producer_id, {}, context);
      const verdict = decideShop(producer.status, input.decision);
      if (!verdict.allowed) refuse(verdict.code, verdict.message);
      await this.updateProducers({ id: producer.id, status: verdict.to }, context);
      const { id: event_id } = await this.createProducerEvents(
        historyRow({ ...input, kind: verdict.event }),
        context,
      );
      return {
        producer_id: producer.id,
        event_id,
        from: producer.status,
        to: verdict.to,
      };
    });
  }

  /** Takes a decision back that its workflow could not finish: state and event are as before. */
  async undoShopDecision(change: ShopChange): Promise<void> {
    await this.locked(change.producer_id, async (context) => {
      await this.updateProducers({ id: change.producer_id, status: change.from }, context);
      await this.deleteProducerEvents(change.event_id, context);
    });
  }

  /**
   * Activates, suspends or removes a member; refuses what `decideMember` refuses. A member of
   * another producer is not found.
   */
  async decideAboutMember(input: {
    producer_id: string;
    member_id: string;
    status: MemberStatus;
    actor: Actor;
    reason: string | null;
  }): Promise<MemberChange> {
    return this.locked(input.producer_id, async (context) => {
      const members = await this.listProducerMembers(
        { producer_id: input.producer_id },
        {},
        context,
      );
      const member = members.find(({ id }) => id === input.member_id);
      if (!member) notFound("The member");
      const isLastOwner =
        member.role === "owner" &&
        !members.some(
          (other) => other.id !== member.id && other.role === "owner" && other.status === "active",
        );
      const verdict = decideMember({ from: member.status, to: input.status, isLastOwner });
      if (!verdict.allowed) refuse(verdict.code, verdict.message);
      await this.updateProducerMembers({ id: member.id, status: verdict.to }, context);
      const { id: event_id } = await this.createProducerEvents(
        historyRow({ ...input, kind: verdict.event }),
        context,
      );
      return {
        producer_id: input.producer_id,
        member_id: member.id,
        event_id,
        from: member.status,
        to: verdict.to,
      };
    });
  }

  /** Takes a decision about a member back that its workflow could not finish. */
  async undoMemberDecision(change: MemberChange): Promise<void> {
    await this.locked(change.producer_id, async (context) => {
      await this.updateProducerMembers({ id: change.member_id, status: change.from }, context);
      await this.deleteProducerEvents(change.event_id, context);
    });
  }

  private async locked<Result>(
    producerId: string,
    deed: (context: Context) => Promise<Result>,
  ): Promise<Result> {
    return this.repository.transaction<SqlEntityManager>(async (transactionManager) => {
      if (!(await lockProducer(transactionManager, producerId))) notFound("The producer");
      return deed({ transactionManager });
    });
  }
}

/** One entry of a producer's history: who decided what, and why. */
function historyRow(entry: {
  producer_id: string;
  member_id?: string;
  kind: InferTypeOf<typeof ProducerEvent>["kind"];
  actor: Actor;
  reason: string | null;
}) {
  const { producer_id, member_id = null, kind, actor, reason } = entry;
  return { producer_id, member_id, kind, actor_id: actor.id, actor_name: actor.name, reason };
}
