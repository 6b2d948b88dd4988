import type { CertificationStatus, CertificationStep } from "@cho-lang/shared/domain/certification";
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex";
import type { Context, DAL, InferTypeOf } from "@medusajs/framework/types";
import { MedusaService } from "@medusajs/framework/utils";
import { notFound, refuse } from "../../lib/errors";
import { Certification } from "./models/certification";
import { CertificationEvent } from "./models/certification-event";
import { lockCertifications } from "./queries";
import { columnsAfter, decide } from "./rules";

export type CertificationRow = InferTypeOf<typeof Certification>;
export type CertificationEventRow = InferTypeOf<typeof CertificationEvent>;

/** Who decides, as the history shows it. */
export interface Actor {
  id: string;
  name: string;
}

export interface CertificationChange {
  id: string;
  event_id: string;
  from: CertificationStatus;
}

/**
 * Certificates and their history. Every decision runs under the lock of the certificates' rows: of
 * two equal decisions at once one is made, with one event, and the other is refused.
 */
export default class CertificationModuleService extends MedusaService({
  Certification,
  CertificationEvent,
}) {
  readonly #repository: DAL.RepositoryService;

  constructor(container: { baseRepository: DAL.RepositoryService }) {
    super(container);
    this.#repository = container.baseRepository;
  }

  /**
   * Verifies, rejects or revokes all of `ids` or none: a missing one is not_found, one in a wrong
   * status is refused with the code of `decide`. `today` is the local day of a revocation.
   */
  async decideAbout(input: {
    ids: string[];
    step: CertificationStep;
    actor: Actor;
    reason: string | null;
    today: string;
  }): Promise<CertificationChange[]> {
    const { step, actor, reason, today } = input;
    const ids = [...new Set(input.ids)];
    return this.#locked(ids, async (context) => {
      const certifications = await this.listCertifications({ id: ids }, { take: null }, context);
      const decided = certifications.map(({ id, status }) => {
        const verdict = decide(status, step);
        if (!verdict.allowed) refuse(verdict.code, verdict.message);
        return { id, to: verdict.to };
      });
      await this.updateCertifications(
        decided.map(({ id, to }) => ({ id, ...columnsAfter({ to, reason, today }) })),
        context,
      );
      const events = await this.createCertificationEvents(
        decided.map(({ id, to }) => ({
          certification_id: id,
          kind: to,
          actor_id: actor.id,
          actor_name: actor.name,
          reason,
        })),
        context,
      );
      const from = new Map(certifications.map(({ id, status }) => [id, status]));
      return events.map((event) => ({
        id: event.certification_id,
        event_id: event.id,
        from: from.get(event.certification_id) ?? "submitted",
      }));
    });
  }

  /** Takes decisions back that their workflow could not finish: status and history are as before. */
  async undoDecision(changes: CertificationChange[]): Promise<void> {
    await this.#locked(
      changes.map(({ id }) => id),
      async (context) => {
        await this.updateCertifications(
          changes.map(({ id, from }) => ({
            id,
            status: from,
            rejected_reason: null,
            revoked_on: null,
            revoked_reason: null,
          })),
          context,
        );
        await this.deleteCertificationEvents(
          changes.map(({ event_id }) => event_id),
          context,
        );
      },
    );
  }

  async #locked<Result>(
    ids: string[],
    deed: (context: Context) => Promise<Result>,
  ): Promise<Result> {
    return this.#repository.transaction<SqlEntityManager>(async (transactionManager) => {
      const found = await lockCertifications(transactionManager, ids);
      if (found.length !== ids.length) notFound("The certificate");
      return deed({ transactionManager });
    });
  }
}
